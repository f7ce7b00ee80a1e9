import '../../../i18n/enRefusals';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { SessionKeeper } from '../../../app/session';
import { refusalOf } from '../../../app/workspace/actions';
import '../../../i18n/enSetUp';
import '../../../i18n/enSignIn';
import { refusalText, useSay } from '../../../i18n/Texts';
import { fieldOfRefusal, passwordLeast, wrongFields, type SetUpField } from '../../../models/setUp';
import { slugOfCompany } from '../../../models/slug';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Problem } from '../../../ui/Problem/Problem';
import { Front } from '../Front/Front';

const blank = { company: '', name: '', email: '', password: '' };

export default function SetUp({ keeper }: { keeper: SessionKeeper }) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<typeof blank & { slug?: string }>(blank);
  const [left, setLeft] = useState<ReadonlySet<SetUpField>>(new Set());
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const given = { ...typed, slug: typed.slug ?? slugOfCompany(typed.company) };
  const wrong = wrongFields(given);
  const refused = refusal === undefined ? undefined : fieldOfRefusal(refusal);

  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tries]);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    if (wrong.size === 0) {
      setBusy(true);
      const { company, slug, name, email, password } = given;
      const [as, who, mail] = [company.trim(), name.trim(), email.trim()];
      const outcome = await keeper.setUp({ company: as, slug, name: who, email: mail, password });
      setBusy(false);
      setRefusal(refusalOf(outcome));
    }
    setTries(tries + 1);
  };

  /** What is wrong is told once a field was left or the form was sent; a refusal until it is changed. */
  const field = (name: SetUpField, told: string) => {
    const tell = wrong.has(name) && (tries > 0 || left.has(name));
    const refusedHere = refused === name && refusal !== undefined;
    return {
      name,
      value: given[name],
      error: tell ? told : refusedHere ? refusalText(say, refusal) : undefined,
      onChange: ({ target }: { target: HTMLInputElement }) => {
        const value = name === 'slug' ? target.value.toLowerCase() : target.value;
        setTyped({ ...typed, [name]: value });
        if (refusedHere) setRefusal(undefined);
      },
      onBlur: () => {
        if (given[name] !== '') setLeft(new Set([...left, name]));
      },
    };
  };

  const general = refusal === undefined || refused !== undefined ? undefined : refusal;
  const length = say('setup.password.hint', { count: passwordLeast });
  return (
    <Front title={say('setup.title')} intro={say('setup.intro')}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate data-form="setup">
        <Field
          label={say('setup.company')}
          autoComplete="organization"
          autoFocus
          {...field('company', say('setup.company.missing'))}
        />
        <Field
          label={say('setup.slug')}
          autoComplete="off"
          spellCheck={false}
          prefix={`${location.host}/w/`}
          {...field('slug', say('setup.slug.hint'))}
        />
        <Field
          label={say('setup.name')}
          autoComplete="name"
          {...field('name', say('setup.name.missing'))}
        />
        <Field
          label={say('setup.email')}
          type="email"
          autoComplete="email"
          {...field('email', say('refusal.invalid_email'))}
        />
        <Field
          label={say('signin.password')}
          type="password"
          autoComplete="new-password"
          hint={length}
          {...field('password', length)}
        />
        <Problem text={general === undefined ? undefined : refusalText(say, general)} />
        <Button type="submit" tone="primary" aria-disabled={busy}>
          {say('setup.submit')}
        </Button>
      </form>
    </Front>
  );
}
