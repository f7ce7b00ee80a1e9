import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enViews';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import { liveSegment } from '../../../store/segments';
import { compareTs } from '../../../store/ts';
import { shownUnread } from '../../../store/unread';
import { TextButton } from '../../../ui/Button/Button';
import { useTitleOf } from '../../names';
import { Excerpt } from '../Excerpt/Excerpt';
import styles from './Unreads.module.css';

interface BlockProps {
  channel: string;
  onRead: () => void;
}

const most = 10;
const icon = { size: 16, strokeWidth: 1.75 };

/** What is new in one conversation; folded, its name and how much alone. */
export function Block({ channel, onRead }: BlockProps) {
  const say = useSay();
  const titleOf = useTitleOf();
  const slug = useWorkspace().parts.team.domain;
  const conversation = useWorkspaceState((state) => state.conversations[channel]);
  const history = useWorkspaceState((state) => state.histories[channel]);
  const self = useWorkspaceState((state) => state.self);
  const ops = useWorkspaceState((state) => state.ops);
  const [folded, setFolded] = useState(false);
  if (conversation === undefined) return null;
  const title = titleOf(conversation);
  const name = isDirect(conversation) ? title : `#${title}`;
  const count = shownUnread(conversation, ops).messages;
  const known = history === undefined ? undefined : liveSegment(history.segments);
  // Lines that tell what happened to the channel have no number, and make nothing unread.
  const fresh = (known?.messages ?? []).filter(
    ({ ts, user, number }) =>
      compareTs(ts, conversation.read_ts) > 0 && user !== self && number !== undefined,
  );
  const place = { view: 'conversation', slug, channel } as const;
  const href = formatAddress({ ...place, ts: undefined });
  return (
    <section aria-label={name} className={styles.block}>
      <header className={styles.head}>
        <button
          type="button"
          aria-expanded={!folded}
          aria-label={say('views.unreads.fold', { name })}
          className={styles.fold}
          onClick={() => setFolded(!folded)}
        >
          {folded ? (
            <ChevronRight {...icon} className={styles.directed} />
          ) : (
            <ChevronDown {...icon} />
          )}
        </button>
        <Link
          href={href}
          data-block
          className={styles.name}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            nextTo(event.currentTarget)?.focus();
            onRead();
          }}
        >
          <bdi>{name}</bdi>
        </Link>
        <span className={styles.count}>{say('views.unreads.count', { count })}</span>
        <TextButton onClick={onRead}>{say('views.unreads.read')}</TextButton>
      </header>
      {!folded &&
        fresh
          .slice(-most)
          .map((message) => (
            <Excerpt
              key={message.ts}
              message={message}
              self={self}
              href={formatAddress({ ...place, ts: message.ts })}
            />
          ))}
      {!folded && fresh.length > most && (
        <Link href={href} className={styles.more}>
          {say('views.unreads.more', { count })}
        </Link>
      )}
    </section>
  );
}

/** The conversation that takes the place of one that is read. */
function nextTo(link: HTMLElement): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-block]')];
  const at = all.indexOf(link);
  return all[at + 1] ?? all[at - 1];
}
