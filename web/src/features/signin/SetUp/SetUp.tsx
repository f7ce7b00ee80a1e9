import { useState, type SyntheticEvent } from 'react';
import type { SessionKeeper } from '../../../app/session';
import { refusalOf } from '../../../app/workspace/actions';
import { refusalText, useSay } from '../../../i18n/Texts';
import { isSlug, slugOfCompany } from '../../../models/slug';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Problem } from '../../../ui/Problem/Problem';
import { Front } from '../Front/Front';

const passwordLeast = 10;

export default function SetUp({ keeper }: { keeper: SessionKeeper }) {
  const say = useSay();
  const [company, setCompany] = useState('');
  const [typedSlug, setTypedSlug] = useState<string>();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const slug = typedSlug ?? slugOfCompany(company);
  const slugWrong = slug !== '' && !isSlug(slug);
  const filled = [company, name, email].every((each) => each.trim() !== '');
  const complete = filled && isSlug(slug) && password.length >= passwordLeast;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!complete || busy) return;
    setBusy(true);
    const given = {
      company: company.trim(),
      slug,
      name: name.trim(),
      email: email.trim(),
      password,
    };
    const outcome = await keeper.setUp(given);
    setBusy(false);
    setRefusal(refusalOf(outcome));
  };

  return (
    <Front title={say('setup.title')} intro={say('setup.intro')}>
      <form onSubmit={(event) => void submit(event)} noValidate data-form="setup">
        <Field
          label={say('setup.company')}
          name="company"
          autoComplete="organization"
          autoFocus
          value={company}
          onChange={(event) => setCompany(event.target.value)}
        />
        <Field
          label={say('setup.slug')}
          name="slug"
          autoComplete="off"
          spellCheck={false}
          prefix={`${location.host}/w/`}
          error={slugWrong ? say('setup.slug.hint') : undefined}
          value={slug}
          onChange={(event) => setTypedSlug(event.target.value.toLowerCase())}
        />
        <Field
          label={say('setup.name')}
          name="name"
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={say('setup.email')}
          type="email"
          name="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={say('signin.password')}
          type="password"
          name="password"
          autoComplete="new-password"
          hint={say('setup.password.hint', { count: passwordLeast })}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
        <Button type="submit" tone="primary" disabled={!complete || busy}>
          {say('setup.submit')}
        </Button>
      </form>
    </Front>
  );
}
