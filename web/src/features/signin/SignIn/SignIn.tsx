import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { StopReason } from '../../../protocol/closeCodes';
import { wantedOf } from '../../../models/address';
import type { Team } from '../../../protocol/generated';
import type { Outcome } from '../../../protocol/api';
import type { SessionKeeper } from '../../../app/session';
import '../../../i18n/enSignIn';
import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { Problem } from '../../../ui/Problem/Problem';
import { Credentials } from '../Credentials/Credentials';
import { Front } from '../Front/Front';
import { problemOf, waitOf } from '../problems';
import { TeamChoice } from '../TeamChoice/TeamChoice';
import styles from './SignIn.module.css';

interface SignInProps {
  keeper: SessionKeeper;
  reason: StopReason | undefined;
}

export default function SignIn({ keeper, reason }: SignInProps) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [waitS, setWaitS] = useState(0);
  const [teams, setTeams] = useState<Team[]>([]);

  useEffect(() => {
    if (waitS <= 0) return;
    const timer = setTimeout(() => setWaitS(waitS - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitS]);

  const signIn = async (team?: string): Promise<void> => {
    setBusy(true);
    const outcome = await keeper.signIn(email, password, team);
    const choice = teamsOf(outcome);
    const wanted = choice.find(({ domain }) => domain === wantedOf(location.search)?.slug);
    if (wanted !== undefined) return signIn(wanted.id);
    setBusy(false);
    if (outcome.kind === 'ok') return;
    if (choice.length > 0) {
      setTeams(choice);
      setProblem(undefined);
      return;
    }
    const field = form.current?.querySelector<HTMLInputElement>('[name=password]');
    field?.focus();
    field?.select();
    const wait = waitOf(outcome);
    setWaitS(wait);
    setProblem(wait > 0 ? undefined : problemOf(say, outcome));
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy && waitS === 0) void signIn();
  };

  const waiting = waitS > 0 ? say('signin.error.too_many_tries', { count: waitS }) : undefined;
  if (teams.length > 0) {
    return (
      <TeamChoice
        teams={teams}
        problem={waiting ?? problem}
        onPick={(team) => {
          if (!busy && waitS === 0) void signIn(team);
        }}
        onBack={() => {
          setTeams([]);
          setProblem(undefined);
        }}
      />
    );
  }
  const why = reason === undefined ? undefined : say(`signin.reason.${reason}`);
  return (
    <Front title={say('signin.title')} intro={say('signin.to', { host: location.host })}>
      {why !== undefined && (
        <p role="alert" className={styles.why}>
          {why}
        </p>
      )}
      <form ref={form} onSubmit={submit} noValidate data-form="signin">
        <Credentials
          email={email}
          password={password}
          autoFocus
          onEmail={setEmail}
          onPassword={setPassword}
        />
        <Problem text={waiting ?? problem} />
        <Button
          type="submit"
          tone="primary"
          aria-disabled={busy}
          disabled={waitS > 0 || email.trim() === '' || password === ''}
        >
          {say('signin.submit')}
        </Button>
      </form>
    </Front>
  );
}

function teamsOf(outcome: Outcome<unknown>): Team[] {
  if (outcome.kind !== 'refused' || outcome.code !== 'choose_team') return [];
  return Array.isArray(outcome.body.teams) ? (outcome.body.teams as Team[]) : [];
}
