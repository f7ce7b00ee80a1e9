import { lengthOf } from './length';
import { isSlug } from './slug';

export interface SetUpForm {
  company: string;
  slug: string;
  name: string;
  email: string;
  password: string;
}

export type SetUpField = keyof SetUpForm;

/** The server asks for as many. */
export const passwordLeast = 10;

/** The fields that cannot be right yet. */
export function wrongFields(form: SetUpForm): ReadonlySet<SetUpField> {
  const wrong = new Set<SetUpField>();
  if (form.company.trim() === '') wrong.add('company');
  if (!isSlug(form.slug)) wrong.add('slug');
  if (form.name.trim() === '') wrong.add('name');
  if (!/^[^\s@]+@[^\s@]+$/.test(form.email.trim())) wrong.add('email');
  if (lengthOf(form.password) < passwordLeast) wrong.add('password');
  return wrong;
}

/** The field that a refusal is about, if it is about one. */
export function fieldOfRefusal(code: string): SetUpField | undefined {
  if (code.includes('slug')) return 'slug';
  if (code.includes('email')) return 'email';
  if (code.includes('password')) return 'password';
  return undefined;
}
