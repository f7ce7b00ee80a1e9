import { late } from './catalogue';

/** The texts of the page that sets a server up. */
export const enSetUp = late({
  'setup.title': 'Set up your workspace',
  'setup.intro':
    "You will own it. Add people on the server's command line: ./parley admin user create.",
  'setup.company': 'Company',
  'setup.company.missing': 'Say what the company is called.',
  'setup.slug': 'Address',
  'setup.slug.hint': 'Use lower-case letters, digits and -.',
  'setup.name': 'Your name',
  'setup.name.missing': 'Say what you are called.',
  'setup.email': 'Mail',
  'setup.submit': 'Create workspace',
  'setup.password.hint': 'At least {count} characters. Longer is stronger.',
} as const);
