import { useMemo, type MouseEvent } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enSearch';
import '../../../i18n/enViews';
import { useSay } from '../../../i18n/Texts';
import { formatAddress, parseAddress } from '../../../models/address';
import { patternOf } from '../../../models/search';
import { isDirect } from '../../../models/sidebar';
import type { Message } from '../../../protocol/generated';
import { Rich } from '../../../richtext/Rich/Rich';
import { Button } from '../../../ui/Button/Button';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { MessageSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useDelayed } from '../../../ui/useDelayed';
import { useNames, useTitleOf } from '../../names';
import { Excerpt } from '../../views/Excerpt/Excerpt';
import { Note } from '../../views/ViewPane/ViewPane';
import { keptOf, keyOf } from '../kept';
import { useFound, type Match } from '../useFound';
import styles from './Messages.module.css';

interface MessagesProps {
  /** What was typed, for marks and words. */
  typed: string;
  /** What is asked of the server. */
  query: string;
}

/** The messages that were found, with the words of the query marked. */
export function Messages({ typed, query }: MessagesProps) {
  const say = useSay();
  const names = useNames();
  const titleOf = useTitleOf();
  const workspace = useWorkspace();
  const go = useGo();
  const self = useWorkspaceState((state) => state.self);
  const people = useWorkspaceState((state) => state.people);
  const conversations = useWorkspaceState((state) => state.conversations);
  const { found, refusal, busy, more } = useFound(query);
  const skeleton = useDelayed(busy && found === undefined, 150);
  const pattern = useMemo(() => patternOf(typed), [typed]);
  const kept = keptOf(workspace, keyOf('messages', query));

  const placeOf = ({ channel }: Match) => {
    const held = conversations[channel?.id ?? ''];
    if (held !== undefined) return isDirect(held) ? titleOf(held) : `#${titleOf(held)}`;
    return channel?.name === undefined ? undefined : `#${channel.name}`;
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const item = target.closest('li');
    const link = item?.querySelector('time')?.closest('a');
    if (!link) return;
    kept.opened = item?.dataset.result;
    const own = target.closest('a, button, [data-person]') !== null;
    if (!own && getSelection()?.isCollapsed !== false) go(link.getAttribute('href') ?? '');
  };

  return (
    <>
      <p role="status" className={styles.status}>
        {found === undefined && busy && say('search.busy')}
        {found !== undefined && found.total > 0 && say('search.count', { count: found.total })}
      </p>
      {found?.incomplete === true && <p className={styles.bound}>{say('search.incomplete')}</p>}
      {skeleton && <MessageSkeleton />}
      {found?.total === 0 && <Note>{say('search.none', { query: typed })}</Note>}
      <ul className={styles.list} aria-label={say('search.tab.messages')} onClick={onClick}>
        {found?.matches.map((match) => (
          <li key={match.iid} data-result={match.iid} className={styles.result}>
            <Excerpt
              message={messageOf(match, people[match.user] === undefined)}
              self={self}
              place={placeOf(match)}
              href={hrefOf(match)}
              body={<Rich text={match.text} names={names} self={self} found={pattern} />}
            />
          </li>
        ))}
      </ul>
      <LoadProblem refusal={refusal} onRetry={more} />
      {refusal === undefined && found !== undefined && found.page < found.pages && (
        <Button disabled={busy} onClick={more}>
          {say('search.more')}
        </Button>
      )}
    </>
  );
}

/** @param stranger somebody whom the page does not know by name */
function messageOf({ user, username, team, ts, text }: Match, stranger: boolean): Message {
  const message = { type: 'message', user, team, ts, text } as const;
  return stranger ? { ...message, username } : message;
}

/** Where it stands among the others; a reply in its thread. */
function hrefOf({ permalink }: Match): string {
  const { pathname, search } = new URL(permalink, location.origin);
  return formatAddress(parseAddress(pathname, search));
}
