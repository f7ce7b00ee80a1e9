import { SmilePlus } from 'lucide-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import '../../../i18n/enBookmarks';
import { useSay } from '../../../i18n/Texts';
import { webAddress } from '../../../models/webAddress';
import type { Bookmark, ChannelId } from '../../../protocol/generated';
import { Button, IconButton } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { Problem } from '../../../ui/Problem/Problem';
import { Glyph } from '../../emoji/Glyph/Glyph';
import { Picker } from '../../emoji/Picker/Picker';
import { useNames } from '../../names';
import { useAct } from '../../useAct';
import styles from './BookmarkDialog.module.css';

interface BookmarkDialogProps {
  channel: ChannelId;
  /** Nothing for a new one. */
  bookmark: Bookmark | undefined;
  onClose: (changed: boolean) => void;
}

const longest = 50;

/** Where a link of a conversation leads, and what it is called. */
export function BookmarkDialog({ channel, bookmark, onClose }: BookmarkDialogProps) {
  const say = useSay();
  const names = useNames();
  const { act, busy, problem } = useAct();
  const button = useRef<HTMLButtonElement>(null);
  const [link, setLink] = useState(bookmark?.link ?? '');
  const [title, setTitle] = useState(bookmark?.title ?? '');
  const [emoji, setEmoji] = useState(bookmark?.emoji?.replace(/^:|:$/g, '') ?? '');
  const [wrong, setWrong] = useState(false);
  const [picking, setPicking] = useState(false);

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    const address = webAddress(link);
    setWrong(address === undefined);
    if (address === undefined) return;
    const plain = address.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');
    const said = {
      channel_id: channel,
      link: address,
      title: title.trim() === '' ? plain.slice(0, longest) : title.trim(),
      ...(emoji === '' ? {} : { emoji: `:${emoji}:` }),
    };
    const done =
      bookmark === undefined
        ? await act('bookmarks.add', { ...said, type: 'link' })
        : await act('bookmarks.edit', { ...said, bookmark_id: bookmark.id });
    if (done) onClose(true);
  };
  const picked = (name?: string) => {
    if (name !== undefined) setEmoji(name);
    setPicking(false);
    button.current?.focus();
  };
  return (
    <Dialog
      title={say(bookmark === undefined ? 'bookmarks.dialog.add' : 'bookmarks.dialog.edit')}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{say('dialog.cancel')}</Button>
          <Button tone="primary" disabled={busy} onClick={(event) => void save(event)}>
            {say('bookmarks.save')}
          </Button>
        </>
      }
    >
      <form onSubmit={(event) => void save(event)}>
        <Field
          label={say('bookmarks.link')}
          value={link}
          autoComplete="off"
          spellCheck={false}
          error={wrong ? say('bookmarks.link.wrong') : undefined}
          onChange={(event) => {
            setLink(event.target.value);
            setWrong(false);
          }}
        />
        <div className={styles.line}>
          <IconButton
            ref={button}
            label={say('bookmarks.emoji')}
            aria-haspopup="dialog"
            aria-expanded={picking}
            className={styles.emoji}
            onClick={() => setPicking(true)}
          >
            {emoji === '' ? (
              <SmilePlus size={16} strokeWidth={1.75} />
            ) : (
              <Glyph name={emoji} names={names} />
            )}
          </IconButton>
          <Field
            label={say('bookmarks.name')}
            placeholder={say('bookmarks.name.hint')}
            value={title}
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <button type="submit" hidden />
      </form>
      <Problem text={problem} />
      {picking && button.current !== null && (
        <Picker anchor={button.current} onPick={picked} onClose={() => picked()} />
      )}
    </Dialog>
  );
}
