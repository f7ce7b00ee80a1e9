import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enSearch';
import { useSay } from '../../../i18n/Texts';
import { useCommand } from '../../../keys/useCommand';
import { formatAddress, searchTabs, type SearchTab } from '../../../models/address';
import { queryIn, wordsOf } from '../../../models/search';
import { isDirect } from '../../../models/sidebar';
import { IconButton } from '../../../ui/Button/Button';
import { Tabs } from '../../../ui/Tabs/Tabs';
import { useTitleOf } from '../../names';
import { Note, ViewPane } from '../../views/ViewPane/ViewPane';
import { keptOf, keyOf } from '../kept';
import { Messages } from '../Messages/Messages';
import { Channels } from '../Names/Channels';
import { People } from '../Names/People';
import { SearchField } from '../SearchField/SearchField';
import styles from './SearchView.module.css';

interface SearchViewProps {
  query: string;
  /** The conversation that the search is limited to. */
  channel: string | undefined;
  tab: SearchTab | undefined;
}

/** What was said, who there is and which channels, by words and filters. */
export default function SearchView({ query, channel, tab = 'messages' }: SearchViewProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const go = useGo();
  const field = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [round, setRound] = useState(0);
  const slug = workspace.parts.team.domain;
  const asked = queryIn(query, channel);
  const key = keyOf(tab, asked);
  const kept = keptOf(workspace, key);
  const words = wordsOf(query).join(' ');
  const idle = tab === 'messages' ? query.trim() === '' : words === '';
  const here = (changed: { query?: string; channel?: string | undefined; tab?: SearchTab }) =>
    formatAddress({ view: 'search', slug, query, channel, tab, ...changed });

  // Coming back shows the list as it was left, and the result that was opened.
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = kept.top;
  }, [kept, key]);
  useEffect(() => {
    const at = CSS.escape(kept.opened ?? '');
    const opened = scroller.current?.querySelector(`[data-result="${at}"] time`)?.closest('a');
    (opened ?? field.current)?.focus({ preventScroll: true });
  }, [kept]);

  const ask = () => {
    field.current?.focus();
    field.current?.select();
    return true;
  };
  // A second time, it is the browser's own search.
  useCommand('find', () => (document.activeElement === field.current ? false : ask()));
  useCommand('search', () => {
    if (channel !== undefined) go(here({ channel: undefined }));
    return ask();
  });
  const search = (next: string) => {
    if (next !== query) {
      go(here({ query: next }));
      return;
    }
    kept.found = undefined;
    setRound(round + 1);
  };
  return (
    <ViewPane
      title={say('search.title')}
      scroller={scroller}
      onScroll={(top) => (kept.top = top)}
      above={
        <>
          <SearchField
            ref={field}
            query={query}
            onSearch={search}
            onLeave={() => linksIn(scroller.current)[0]?.focus()}
          />
          {channel !== undefined && (
            <Limit channel={channel} onClear={() => go(here({ channel: undefined }))} />
          )}
          <Tabs
            label={say('search.tabs')}
            current={tab}
            parts={searchTabs.map((id) => ({
              id,
              text: say(`search.tab.${id}`),
              href: here({ tab: id }),
            }))}
          />
        </>
      }
    >
      <div key={`${key} ${round}`} onKeyDown={(event) => moveFocus(event, field.current)}>
        {idle && <Note>{say(tab === 'messages' ? 'search.start' : 'search.start.words')}</Note>}
        {!idle && tab === 'messages' && <Messages typed={query} query={asked} />}
        {!idle && tab === 'people' && <People query={words} />}
        {!idle && tab === 'channels' && <Channels query={words} />}
      </div>
    </ViewPane>
  );
}

/** What the search is limited to, and the way out of that. */
function Limit({ channel, onClear }: { channel: string; onClear: () => void }) {
  const say = useSay();
  const titleOf = useTitleOf();
  const held = useWorkspaceState((state) => state.conversations[channel]);
  const title = held === undefined ? channel : titleOf(held);
  const name = held === undefined || isDirect(held) ? title : `#${title}`;
  return (
    <p className={styles.limit}>
      <bdi>{say('search.in', { name })}</bdi>
      <IconButton label={say('search.everywhere')} command="search" onClick={onClear}>
        <X size={16} strokeWidth={1.75} />
      </IconButton>
    </p>
  );
}

/** One link for each result. */
function linksIn(list: HTMLElement | null): HTMLElement[] {
  const items = [...(list?.querySelectorAll('li') ?? [])];
  return items.flatMap((item) => {
    const link = item.querySelector('time')?.closest('a') ?? item.querySelector('a');
    return link === null ? [] : [link];
  });
}

/** Arrows walk the results; above the first stands the field. */
function moveFocus(event: KeyboardEvent<HTMLElement>, field: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = linksIn(event.currentTarget);
  const at = links.findIndex((link) => link === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  (links[at + step] ?? (at + step < 0 ? field : undefined))?.focus();
}
