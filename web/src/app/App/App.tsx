import { Suspense, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { laterPart, part } from '../parts';
import { useLocation, useSearch } from 'wouter';
import { useStore } from 'zustand';
import { formatAddress, parseAddress, slugOf, wantedOf, type Address } from '../../models/address';
import { useSay } from '../../i18n/Texts';
import { readLast } from '../last';
import type { Session, SessionKeeper } from '../session';
import type { SignInGate } from '../signInGate';
import { Shell } from '../Shell/Shell';
import { useWorkspaceState, WorkspaceContext } from '../context';
import { useGo } from '../../ui/Link/useGo';
import { FacesContext, faceAddress } from '../../ui/Avatar/faces';
import type { Workspace } from '../workspace/workspace';
import styles from './App.module.css';

const SignIn = part(async () => (await import('../../features/signin/SignIn/SignIn')).default);
const SignInAgain = part(
  async () => (await import('../../features/signin/SignInAgain/SignInAgain')).SignInAgain,
);
const Tooltips = laterPart(async () => (await import('../../ui/Tooltip/Tooltips')).Tooltips);
const Elsewhere = part(async () => (await import('../Elsewhere/Elsewhere')).default);
const SetUp = part(async () => (await import('../../features/signin/SetUp/SetUp')).default);

export function App({ keeper }: { keeper: SessionKeeper }) {
  const [path, go] = useLocation();
  const session = useStore(keeper.store);
  const search = useSearch();
  const address = parseAddress(path, search);

  useEffect(() => {
    void keeper.start(slugOf(parseAddress(location.pathname)));
  }, [keeper]);

  const whole = search === '' ? path : `${path}?${search}`;
  const target = redirectOf(session, address, whole);
  useEffect(() => {
    if (target !== undefined) go(target, { replace: true });
  }, [target, go]);

  return (
    <>
      <Suspense fallback={<div className={styles.blank} />}>
        <View session={session} keeper={keeper} address={address} />
      </Suspense>
      {/* Nothing has a tip before there is something to point at. */}
      <Suspense>{session.phase !== 'asking' && <Tooltips />}</Suspense>
    </>
  );
}

interface ViewProps {
  session: Session;
  keeper: SessionKeeper;
  address: Address;
}

function View({ session, keeper, address }: ViewProps) {
  switch (session.phase) {
    case 'asking':
      return <Asking unreachable={session.unreachable} />;
    case 'setup':
      return <SetUp keeper={keeper} />;
    case 'signed_out':
      return <SignIn keeper={keeper} reason={session.reason} />;
    case 'open': {
      const { workspace, gate } = session;
      const slug = slugOf(address);
      const { team } = workspace.parts;
      if (slug !== undefined && slug !== team.domain) return <Elsewhere slug={slug} team={team} />;
      return <Open workspace={workspace} gate={gate} keeper={keeper} address={address} />;
    }
  }
}

interface OpenProps {
  workspace: Workspace;
  gate: SignInGate;
  keeper: SessionKeeper;
  address: Address;
}

function Open({ workspace, gate, keeper, address }: OpenProps) {
  const go = useGo();
  const signOut = useCallback(() => {
    void keeper.signOut(workspace);
    // Whoever signs in next has not asked for what the last one was at.
    go(formatAddress({ view: 'signin' }));
  }, [keeper, workspace, go]);
  return (
    <WorkspaceContext value={workspace}>
      <Faces team={workspace.parts.team.id}>
        <Shell key={workspace.parts.team.id} address={address} onSignOut={signOut} />
        <Gate gate={gate} onSignOut={signOut} />
      </Faces>
    </WorkspaceContext>
  );
}

/** What stands before everything while the session has run out. */
function Gate({ gate, onSignOut }: { gate: SignInGate; onSignOut: () => void }) {
  const shut = useStore(gate.shut);
  return (
    <Suspense fallback={null}>{shut && <SignInAgain gate={gate} onSignOut={onSignOut} />}</Suspense>
  );
}

/** Tells every avatar inside what people look like. */
function Faces({ team, children }: { team: string; children: ReactNode }) {
  const people = useWorkspaceState((state) => state.people);
  const faceOf = useMemo(
    () => (id: string) => {
      const face = people[id]?.face;
      return face === undefined ? undefined : faceAddress(team, face);
    },
    [team, people],
  );
  return <FacesContext value={faceOf}>{children}</FacesContext>;
}

function Asking({ unreachable }: { unreachable: boolean }) {
  const say = useSay();
  return (
    <main className={styles.blank} aria-busy="true">
      {unreachable && <p role="status">{say('app.unreachable')}</p>}
    </main>
  );
}

/** Where the address has to change because of who is signed in. */
function redirectOf(session: Session, address: Address, path: string): string | undefined {
  switch (session.phase) {
    case 'asking':
      return undefined;
    case 'setup':
      return address.view === 'setup' ? undefined : '/setup';
    case 'signed_out': {
      if (address.view === 'signin') return undefined;
      return slugOf(address) === undefined ? '/signin' : `/signin?then=${encodeURIComponent(path)}`;
    }
    case 'open': {
      const slug = session.workspace.parts.team.domain;
      // Of another workspace than one is in, the page tells.
      if (slugOf(address) !== undefined) return undefined;
      const wanted = wantedOf(location.search);
      if (wanted !== undefined) return wanted.path;
      const last = readLast();
      const known = last !== undefined && slugOf(parseAddress(last.path)) === slug;
      return known ? last.path : formatAddress({ view: 'workspace', slug });
    }
  }
}
