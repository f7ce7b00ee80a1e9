import { Bookmark, EllipsisVertical, MessageSquareText, SmilePlus } from 'lucide-react';
import type { MouseEvent } from 'react';
import '../../../i18n/enRow';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import type { Names } from '../../../richtext/plain';
import { IconButton } from '../../../ui/Button/Button';
import { Glyph } from '../../emoji/Glyph/Glyph';
import type { RowActions } from '../MessageRow/MessageRow';
import { threadWay } from '../threadWay';
import { useQuick } from '../useQuick';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  message: Message;
  inThread: boolean;
  starred: boolean;
  names: Names;
  actions: RowActions;
}

const icon = { size: 16, strokeWidth: 1.75 };
const commands = ['react1', 'react2', 'react3'] as const;

/** What is done most with a message, at its top end while the pointer or the focus is on it. */
export function Toolbar({ message, inThread, starred, names, actions }: ToolbarProps) {
  const say = useSay();
  const quick = useQuick(actions);
  const { pick } = actions;
  const way = inThread ? undefined : threadWay(message, actions);
  const at = (event: MouseEvent<HTMLElement>) => event.currentTarget;
  return (
    <div role="toolbar" aria-label={say('message.actions')} className={styles.toolbar}>
      {quick.map(({ name, react }, index) => (
        <IconButton
          key={name}
          label={say('reaction.with', { emoji: name })}
          command={commands[index] ?? 'react'}
          tabIndex={-1}
          onClick={() => react(message)}
        >
          <Glyph name={name} names={names} />
        </IconButton>
      ))}
      {pick !== undefined && (
        <IconButton
          label={say('reaction.add')}
          command="react"
          tabIndex={-1}
          onClick={(event) => pick(message, at(event))}
        >
          <SmilePlus {...icon} />
        </IconButton>
      )}
      {way !== undefined && (
        <IconButton label={say(way.label)} command="thread" tabIndex={-1} onClick={way.open}>
          <MessageSquareText {...icon} />
        </IconButton>
      )}
      <IconButton
        label={say(starred ? 'menu.unsave' : 'menu.save')}
        command="save"
        aria-pressed={starred}
        tabIndex={-1}
        onClick={() => actions.star(message)}
      >
        <Bookmark {...icon} className={starred ? styles.on : undefined} />
      </IconButton>
      <IconButton
        label={say('message.more')}
        command="actions"
        aria-haspopup="menu"
        tabIndex={-1}
        onClick={(event) => actions.menu(message, at(event))}
      >
        <EllipsisVertical {...icon} />
      </IconButton>
    </div>
  );
}
