import { Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enEmoji';
import { useSay } from '../../../i18n/Texts';
import { isAdmin } from '../../../models/rank';
import { fold } from '../../../models/ranking';
import { compareTitles } from '../../../models/titles';
import type { Emoji } from '../../../protocol/generated';
import { Button, IconButton } from '../../../ui/Button/Button';
import { Confirm } from '../../../ui/Confirm/Confirm';
import { Field } from '../../../ui/Field/Field';
import { VirtualList } from '../../../ui/VirtualList/VirtualList';
import { Glyph } from '../../emoji/Glyph/Glyph';
import { useNames } from '../../names';
import { useAct } from '../../useAct';
import { NewEmoji } from '../NewEmoji/NewEmoji';
import { RenameEmoji } from '../RenameEmoji/RenameEmoji';
import styles from './EmojiPart.module.css';

type Open = { what: 'new' } | { what: 'rename' | 'remove'; emoji: Emoji };

/** The workspace's own emoji: found, added, renamed, removed. */
export function EmojiPart() {
  const say = useSay();
  const names = useNames();
  const { act, problem, forget } = useAct();
  const book = useWorkspaceState((state) => state.emoji);
  const self = useWorkspaceState((state) => state.people[state.self]);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>();
  const all = useMemo(
    () =>
      Object.values(book)
        .filter(({ removed }) => removed !== true)
        .sort((one, two) => compareTitles(one.name, two.name)),
    [book],
  );
  const wanted = fold(query.trim().replace(/^:|:$/g, ''));
  const found = all.filter(({ name }) => fold(name).includes(wanted));
  const admin = isAdmin(self);
  const guest = self?.rank === 'guest';
  const close = () => {
    setOpen(undefined);
    forget();
  };
  const remove = async (name: string) => {
    if (await act(admin ? 'admin.emoji.remove' : 'emoji.remove', { name })) close();
  };
  const noteOf = ({ alias_for: original, created_by }: Emoji) => {
    const person = names.person(created_by);
    if (original === undefined) return say('emoji.own.by', { person });
    return say('emoji.own.alias', { name: original, person });
  };
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <Field
          label={say('emoji.own.find')}
          value={query}
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
        />
        {!guest && <Button onClick={() => setOpen({ what: 'new' })}>{say('emoji.own.add')}</Button>}
      </div>
      {found.length === 0 && (
        <p role="status" className={styles.none}>
          {all.length === 0 ? say('emoji.own.none') : say('emoji.own.nothing', { query })}
        </p>
      )}
      <VirtualList
        label={say('emoji.own.list')}
        rows={found}
        asked={query}
        idOf={({ id }) => id}
        rem={3}
      >
        {(emoji, reached) => (
          <div className={styles.row}>
            <Glyph name={emoji.name} names={names} />
            <span className={styles.words}>
              <bdi className={styles.name}>{`:${emoji.name}:`}</bdi>
              <span className={styles.note}>{noteOf(emoji)}</span>
            </span>
            {admin && (
              <IconButton
                label={say('emoji.own.rename', { name: emoji.name })}
                tabIndex={reached ? 0 : -1}
                onClick={() => setOpen({ what: 'rename', emoji })}
              >
                <Pencil size={16} strokeWidth={1.75} />
              </IconButton>
            )}
            {(admin || emoji.created_by === self?.id) && (
              <IconButton
                label={say('emoji.own.remove', { name: emoji.name })}
                tabIndex={reached ? 0 : -1}
                onClick={() => setOpen({ what: 'remove', emoji })}
              >
                <Trash2 size={16} strokeWidth={1.75} />
              </IconButton>
            )}
          </div>
        )}
      </VirtualList>
      {open?.what === 'new' && <NewEmoji onClose={close} />}
      {open?.what === 'rename' && <RenameEmoji name={open.emoji.name} onClose={close} />}
      {open?.what === 'remove' && (
        <Confirm
          title={say('emoji.own.remove.title', { name: open.emoji.name })}
          text={say('emoji.own.remove.text')}
          problem={problem}
          confirm={say('emoji.own.remove.do')}
          cancel={say('dialog.cancel')}
          onConfirm={() => void remove(open.emoji.name)}
          onClose={close}
        />
      )}
    </div>
  );
}
