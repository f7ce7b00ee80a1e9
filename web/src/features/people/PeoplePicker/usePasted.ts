import { useRef, useState, type ClipboardEvent } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { mailOf, pastedEntries, personNamed } from '../../../models/pastedPeople';
import type { User } from '../../../protocol/generated';

export type Pasted =
  { kind: 'looking'; count: number } | { kind: 'done'; found: number; missing: readonly string[] };

/** Chooses whom a pasted list names, by mail address, handle or name, and tells who was not found. */
export function usePasted(onFound: (users: readonly string[]) => void) {
  const { call } = useWorkspace().parts;
  const people = useWorkspaceState((state) => state.people);
  const [pasted, setPasted] = useState<Pasted>();
  // What is chosen may change while people are looked up.
  const latest = useRef(onFound);
  latest.current = onFound;

  const idOf = async (entry: string): Promise<string | undefined> => {
    const mail = mailOf(entry);
    if (mail === undefined) return personNamed(entry, Object.values(people))?.id;
    const outcome = await call<{ user: User }>('users.lookupByEmail', { email: mail });
    return outcome.kind === 'ok' ? outcome.answer.user.id : undefined;
  };
  const take = async (entries: readonly string[]) => {
    setPasted({ kind: 'looking', count: entries.length });
    const found: string[] = [];
    const missing: string[] = [];
    for (const entry of entries) {
      const id = await idOf(entry);
      if (id === undefined) missing.push(entry);
      else found.push(id);
    }
    const users = [...new Set(found)];
    latest.current(users);
    setPasted({ kind: 'done', found: users.length, missing });
  };
  const onPaste = (event: ClipboardEvent) => {
    const entries = pastedEntries(event.clipboardData.getData('text/plain'));
    if (entries.length === 0) return;
    event.preventDefault();
    void take(entries);
  };
  return { pasted, onPaste };
}
