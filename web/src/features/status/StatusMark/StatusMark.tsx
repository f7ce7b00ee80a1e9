import { Suspense } from 'react';
import { useWorkspaceState } from '../../../app/context';
import { laterPart } from '../../../app/parts';

const Mark = laterPart(async () => (await import('./Mark')).Mark);

/** The emoji of what somebody says they are at, beside their name. */
export function StatusMark({ user }: { user: string }) {
  const person = useWorkspaceState((state) => state.people[user]);
  if (person?.status_emoji === undefined) return null;
  return (
    <Suspense>
      <Mark person={person} />
    </Suspense>
  );
}
