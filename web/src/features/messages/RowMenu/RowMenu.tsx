import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import '../../../i18n/enRow';
import { useSay } from '../../../i18n/Texts';
import { reminderMs, reminders } from '../../../models/remind';
import type { Message } from '../../../protocol/generated';
import { isStarred } from '../../../store/stars';
import { ContextMenu, type Point } from '../../../ui/Menu/ContextMenu';
import type { MenuItem } from '../../../ui/Menu/MenuList';
import type { RowActions } from '../MessageRow/MessageRow';
import { menuItems } from './items';

interface RowMenuProps {
  kind: 'more' | 'remind';
  message: Message;
  channel: string;
  anchor: HTMLElement;
  at: Point | undefined;
  own: boolean;
  inThread: boolean;
  actions: RowActions;
  onClose: () => void;
}

/** All that can be done with a message, at the pointer or at the message. */
export function RowMenu({ kind, at, onClose, ...given }: RowMenuProps) {
  const { message, channel, anchor, actions } = given;
  const say = useSay();
  const { moment } = useFormats();
  const now = useWorkspace().parts.now();
  const starred = useWorkspaceState((state) => isStarred(state, channel, message.ts));
  const times = (): MenuItem[] =>
    reminders.map((id) => {
      const ms = reminderMs(id, now);
      const time = moment(ms, now);
      return {
        id,
        label: say(`remind.${id}`, { time }),
        run: () => actions.remind(message, ms, say('remind.done', { time })),
      };
    });
  const items = kind === 'remind' ? times() : menuItems({ ...given, starred, say });
  return (
    <ContextMenu
      label={say(kind === 'remind' ? 'menu.remind' : 'message.more')}
      items={items}
      at={at ?? pointOf(anchor)}
      onClose={onClose}
    />
  );
}

/** Below what stands at the message's end, so that the message can still be read. */
function pointOf(anchor: HTMLElement): Point {
  const toolbar = anchor.querySelector('[role=toolbar]')?.getBoundingClientRect();
  const shown = toolbar !== undefined && toolbar.width > 0;
  const { left, bottom } = shown ? toolbar : anchor.getBoundingClientRect();
  return { x: left, y: bottom };
}
