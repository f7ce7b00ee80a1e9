import { Ellipsis, Link2, Plus } from 'lucide-react';
import { useState } from 'react';
import '../../../i18n/enBookmarks';
import { useSay } from '../../../i18n/Texts';
import type { Bookmark, Conversation } from '../../../protocol/generated';
import { IconButton } from '../../../ui/Button/Button';
import { ContextMenu, type Point } from '../../../ui/Menu/ContextMenu';
import { useToast } from '../../../ui/Toast/Toast';
import { tip } from '../../../ui/Tooltip/tip';
import { Glyph } from '../../emoji/Glyph/Glyph';
import { useNames } from '../../names';
import { useAct } from '../../useAct';
import { BookmarkDialog } from '../BookmarkDialog/BookmarkDialog';
import { useBookmarks } from '../useBookmarks';
import styles from './Bookmarks.module.css';

const icon = { size: 16, strokeWidth: 1.75 };

/** The links that are put up in a conversation, in a row below its header; no row without any. */
export function Bookmarks({ conversation }: { conversation: Conversation }) {
  const say = useSay();
  const names = useNames();
  const toast = useToast();
  const { id: channel, is_archived: closed } = conversation;
  const { act, problem } = useAct();
  const { bookmarks, read } = useBookmarks(channel);
  const [menu, setMenu] = useState<{ bookmark: Bookmark; at: Point }>();
  const [edited, setEdited] = useState<{ bookmark: Bookmark | undefined }>();
  if (bookmarks.length === 0 && edited === undefined) return null;

  const remove = async ({ id, title }: Bookmark) => {
    const args = { channel_id: channel, bookmark_id: id };
    const done = await act('bookmarks.remove', args);
    if (done) toast({ text: say('bookmarks.removed', { title }) });
    await read();
  };
  return (
    <nav aria-label={say('bookmarks.title')} className={styles.row}>
      <ul className={styles.list}>
        {bookmarks.map((bookmark) => (
          <li key={bookmark.id} className={styles.item}>
            <a
              href={bookmark.link}
              target="_blank"
              rel="noopener noreferrer"
              className={styles.link}
              {...tip(bookmark.link)}
            >
              {bookmark.emoji === undefined ? (
                <Link2 {...icon} aria-hidden="true" />
              ) : (
                <Glyph name={bookmark.emoji.replace(/^:|:$/g, '')} names={names} />
              )}
              <bdi className={styles.title}>{bookmark.title}</bdi>
            </a>
            {!closed && (
              <IconButton
                label={say('bookmarks.menu', { title: bookmark.title })}
                aria-haspopup="menu"
                className={styles.more}
                onClick={({ currentTarget }) => {
                  const { left, bottom } = currentTarget.getBoundingClientRect();
                  setMenu({ bookmark, at: { x: left, y: bottom } });
                }}
              >
                <Ellipsis {...icon} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!closed && (
        <IconButton label={say('bookmarks.add')} onClick={() => setEdited({ bookmark: undefined })}>
          <Plus {...icon} />
        </IconButton>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
      {menu !== undefined && (
        <ContextMenu
          label={say('bookmarks.menu', { title: menu.bookmark.title })}
          at={menu.at}
          items={[
            {
              id: 'edit',
              label: say('bookmarks.edit'),
              // As it is now: another may have changed it while the menu was open.
              run: () => {
                const now = bookmarks.find(({ id }) => id === menu.bookmark.id);
                setEdited({ bookmark: now ?? menu.bookmark });
              },
            },
            {
              id: 'remove',
              label: say('bookmarks.remove'),
              danger: true,
              run: () => void remove(menu.bookmark),
            },
          ]}
          onClose={() => setMenu(undefined)}
        />
      )}
      {edited !== undefined && (
        <BookmarkDialog
          channel={channel}
          bookmark={edited.bookmark}
          onClose={(changed) => {
            setEdited(undefined);
            if (changed) void read();
          }}
        />
      )}
    </nav>
  );
}
