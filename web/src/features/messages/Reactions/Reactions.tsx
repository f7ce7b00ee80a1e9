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

/** Who reacted to a message and how, in the order of first use; a chip gives or takes one's own. */
export function Reactions({ message, self, names, formats, actions }: ReactionsProps) {
  const say = useSay();
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  const wordsOf = ({ name, users }: Reaction) => {
    const shown = users.slice(0, namedMost).map((user) => names.person(user));
    const others = users.length - shown.length;
    const rest = others > 0 ? [say('message.people.others', { count: others })] : [];
    return say('reaction.who', { names: formats.list([...shown, ...rest]), emoji: name });
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
          onClick={() => actions.react(message, reaction.name)}
        >
          <Glyph name={reaction.name} names={names} />
          <span className={styles.count}>{say('sidebar.badge', { count: reaction.count })}</span>
        </button>
      ))}
      <button
        type="button"
        tabIndex={-1}
        className={styles.chip}
        aria-label={say('reaction.add')}
        {...tip(say('reaction.add'), 'react')}
        onClick={(event: MouseEvent<HTMLElement>) => actions.pick(message, event.currentTarget)}
      >
        <SmilePlus size={16} strokeWidth={1.75} />
      </button>
    </div>
  );
}
