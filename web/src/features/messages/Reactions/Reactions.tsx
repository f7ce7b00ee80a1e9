import { SmilePlus } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useSay } from '../../../i18n/Texts';
import type { Formats } from '../../../i18n/formats';
import type { Message, Reaction } from '../../../protocol/generated';
import type { Names } from '../../../richtext/plain';
import { tip } from '../../../ui/Tooltip/tip';
import { Glyph } from '../../emoji/Glyph/Glyph';
import type { RowActions } from '../MessageRow/MessageRow';
import styles from './Reactions.module.css';

interface ReactionsProps {
  message: Message;
  self: string;
  names: Names;
  formats: Formats;
  actions: RowActions;
}

const namedMost = 20;

/** Who reacted to a message and how, in the order of first use; a chip gives or takes one's own where that may be. */
export function Reactions({ message, self, names, formats, actions }: ReactionsProps) {
  const say = useSay();
  const { reactions = [] } = message;
  const { react, pick } = actions;
  if (reactions.length === 0) return null;
  const wordsOf = ({ name, users }: Reaction) => {
    const shown = users.slice(0, namedMost).map((user) => names.person(user));
    const others = users.length - shown.length;
    const rest = others > 0 ? [say('message.people.others', { count: others })] : [];
    const who = { names: formats.list([...shown, ...rest]), emoji: name };
    return say(react === undefined ? 'reaction.who.closed' : 'reaction.who', who);
  };
  return (
    <div className={styles.reactions}>
      {reactions.map((reaction) => (
        <button
          key={reaction.name}
          type="button"
          tabIndex={-1}
          className={styles.chip}
          aria-pressed={reaction.users.includes(self)}
          aria-label={wordsOf(reaction)}
          {...tip(wordsOf(reaction))}
          aria-disabled={react === undefined}
          onClick={() => react?.(message, reaction.name)}
        >
          <Glyph name={reaction.name} names={names} />
          <span className={styles.count}>{say('sidebar.badge', { count: reaction.count })}</span>
        </button>
      ))}
      {pick !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.chip}
          aria-label={say('reaction.add')}
          {...tip(say('reaction.add'), 'react')}
          onClick={(event: MouseEvent<HTMLElement>) => pick(message, event.currentTarget)}
        >
          <SmilePlus size={16} strokeWidth={1.75} />
        </button>
      )}
    </div>
  );
}
