import { late } from './catalogue';

/** The texts of the page that sets a server up. */
export const enSetUp = late({
  'setup.title': 'Set up your workspace',
  'setup.intro': 'You will own it. How others are added is shown under People afterwards.',
  'setup.company': 'Company',
  'setup.company.missing': 'Say what the company is called.',
  'setup.slug': 'Address',
  'setup.slug.hint': 'Use lower-case letters, digits and -.',
  'setup.name': 'Your name',
  'setup.name.missing': 'Say what you are called.',
  'setup.email': 'Mail',
  'setup.submit': 'Create workspace',
  'setup.password.hint': 'At least {count} characters. Longer is stronger.',

  'refusal.slug_taken': 'That address is taken. Try another one.',
  'refusal.invalid_email': 'That is not a mail address.',
  'refusal.weak_password':
    'That password is too common, or too much like a name or address here. Try another one.',
  'refusal.invalid_slug': 'Use lower-case letters, digits and -.',
  'refusal.already_set_up': 'This server is set up already. Reload the page to sign in.',
} as const);
