import { useEffect, useState } from 'react';
import type { SignInGate } from '../../../app/signInGate';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enSignIn';
import { useSay } from '../../../i18n/Texts';
import { nameOf } from '../../../models/names';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { Credentials } from '../Credentials/Credentials';
import { problemOf, waitOf } from '../problems';

interface SignInAgainProps {
  gate: SignInGate;
  onSignOut: () => void;
}

/** The session has run out: what is on the page stays, and goes on once one has signed in again. */
export function SignInAgain({ gate, onSignOut }: SignInAgainProps) {
  const say = useSay();
  const { team } = useWorkspace().parts;
  const name = useWorkspaceState(({ people, self }) => nameOf(people[self]) ?? self);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const again = () => gate.again();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [gate]);

  const signIn = async () => {
    setBusy(true);
    const outcome = await gate.signIn(email, password);
    setBusy(false);
    if (outcome.kind === 'ok') return;
    if (outcome.kind === 'other') setProblem(say('signin.again.other', { name }));
    else {
      const wait = waitOf(outcome);
      const tries = wait > 0 && say('signin.error.too_many_tries', { count: wait });
      setProblem(tries || problemOf(say, outcome));
    }
  };
  return (
    <FormDialog
      title={say('signin.again.title')}
      save={say('signin.submit')}
      other={{ text: say('signin.again.leave'), act: onSignOut }}
      busy={busy}
      complete={email.trim() !== '' && password !== ''}
      problem={problem}
      onSave={signIn}
      onClose={undefined}
    >
      <p>{say('signin.again.note', { name, company: team.name })}</p>
      <Credentials email={email} password={password} onEmail={setEmail} onPassword={setPassword} />
    </FormDialog>
  );
}
