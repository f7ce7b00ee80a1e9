import { useState } from 'react';
import '../../../i18n/enBookmarks';
import { useSay } from '../../../i18n/Texts';
import { webAddress } from '../../../models/webAddress';
import type { Bookmark, ChannelId } from '../../../protocol/generated';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { EmojiButton } from '../../emoji/EmojiButton/EmojiButton';
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
  const { act, busy, problem } = useAct();
  const [link, setLink] = useState(bookmark?.link ?? '');
  const [title, setTitle] = useState(bookmark?.title ?? '');
  const [emoji, setEmoji] = useState(bookmark?.emoji?.replace(/^:|:$/g, '') ?? '');
  const [wrong, setWrong] = useState(false);

  const save = async () => {
    const address = webAddress(link);
    setWrong(address === undefined);
    if (address === undefined) return;
    const plain = address.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');
    const said = {
      channel_id: channel,
      link: address,
      title: title.trim() === '' ? plain.slice(0, longest) : title.trim(),
      emoji: emoji === '' ? '' : `:${emoji}:`,
    };
    const done =
      bookmark === undefined
        ? await act('bookmarks.add', { ...said, type: 'link' })
        : await act('bookmarks.edit', { ...said, bookmark_id: bookmark.id });
    if (done) onClose(true);
  };
  return (
    <FormDialog
      title={say(bookmark === undefined ? 'bookmarks.dialog.add' : 'bookmarks.dialog.edit')}
      save={say('bookmarks.save')}
      busy={busy}
      problem={problem}
      onSave={save}
      onClose={() => onClose(false)}
    >
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
        <EmojiButton
          label={say('bookmarks.emoji')}
          none={say('bookmarks.emoji.none')}
          value={emoji}
          onPick={setEmoji}
        />
        <Field
          label={say('bookmarks.name')}
          placeholder={say('bookmarks.name.hint')}
          value={title}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
    </FormDialog>
  );
}
