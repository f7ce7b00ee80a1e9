import '../../../i18n/enRefusals';
import { UserMinus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enPick';
import { useSay, type Say } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { matchScore } from '../../../models/ranking';
import { compareTitles } from '../../../models/titles';
import type { Conversation, Person } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Button, IconButton } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { SidebarSkeleton } from '../../../ui/Skeleton/Skeleton';
import { VirtualList } from '../../../ui/VirtualList/VirtualList';
import { useDelayed } from '../../../ui/useDelayed';
import { useNames } from '../../names';
import { AddDialog } from '../../people/AddDialog/AddDialog';
import { RemoveDialog } from './RemoveDialog';
import { useMembers } from './useMembers';
import styles from './Members.module.css';

interface MembersProps {
  conversation: Conversation;
  name: string;
}

/** Who is in the channel: found by name, added, removed. */
export function Members({ conversation, name }: MembersProps) {
  const { id, member_count: count, is_archived, is_general } = conversation;
  const say = useSay();
  const names = useNames();
  const slug = useWorkspace().parts.team.domain;
  const self = useWorkspaceState((state) => state.self);
  const people = useWorkspaceState((state) => state.people);
  const { members, loading, refusal, again, drop } = useMembers(id, count);
  const skeleton = useDelayed(loading && members.length === 0, 150);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<'add' | { remove: string }>();
  const head = useRef<HTMLDivElement>(null);
  const removed = useRef(false);
  const guest = people[self]?.rank === 'guest';
  const sorted = useMemo(
    () =>
      members
        .map((user) => ({ user, called: names.person(user) }))
        .sort((one, two) => compareTitles(one.called, two.called)),
    [members, names],
  );
  const found = sorted.filter(
    ({ user, called }) =>
      query.trim() === '' || matchScore(query, [called, people[user]?.name ?? '']) >= 40,
  );
  const close = () => setOpen(undefined);

  // Once the dialog is gone: the button that opened it went with its row.
  useEffect(() => {
    if (open !== undefined || !removed.current) return;
    removed.current = false;
    head.current?.querySelector('input')?.focus();
  }, [open]);

  return (
    <>
      <div ref={head} className={styles.head}>
        <Field
          label={say('members.find')}
          value={query}
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
        />
        {!is_archived && !guest && (
          <Button onClick={() => setOpen('add')}>{say('members.add')}</Button>
        )}
      </div>
      <div className={styles.told}>
        <p role="status" className={styles.count}>
          {say(loading && members.length > 0 ? 'details.members.more' : 'details.members.count', {
            count: query.trim() === '' ? count : found.length,
          })}
        </p>
        <LoadProblem refusal={refusal} onRetry={again} />
        {skeleton && <SidebarSkeleton />}
        {members.length > 0 && found.length === 0 && (
          <p className={styles.none}>{say('members.none', { query })}</p>
        )}
      </div>
      <VirtualList
        label={say('details.tab.members')}
        rows={found}
        asked={query}
        idOf={({ user }) => user}
        rem={2.25}
        className={styles.list}
      >
        {({ user, called }, reached) => (
          <div className={styles.row}>
            <Link
              href={formatAddress({ view: 'profile', slug, user })}
              tabIndex={reached ? 0 : -1}
              className={styles.person}
              data-person={user}
            >
              <Avatar small id={user} name={called} />
              <bdi className={styles.name}>{called}</bdi>
            </Link>
            <span className={styles.note}>{noteOf(say, people[user], user === self)}</span>
            {user !== self && is_general !== true && !guest && (
              <IconButton
                label={say('members.remove', { name: called })}
                tabIndex={reached ? 0 : -1}
                onClick={() => setOpen({ remove: user })}
              >
                <UserMinus size={16} strokeWidth={1.75} />
              </IconButton>
            )}
          </div>
        )}
      </VirtualList>
      {open === 'add' && <AddDialog conversation={conversation} name={name} onClose={close} />}
      {typeof open === 'object' && (
        <RemoveDialog
          conversation={conversation}
          name={name}
          user={open.remove}
          called={names.person(open.remove)}
          onRemoved={() => {
            drop(open.remove);
            removed.current = true;
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function noteOf(say: Say, person: Person | undefined, own: boolean): string {
  if (own) return say('members.you');
  if (person?.deleted === true) return say('details.deactivated');
  return person?.rank === undefined ? '' : say(`details.rank.${person.rank}`);
}
