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

/** About as wide as the toolbar of a message, which may not be there yet. */
const toolbarPx = 240;

/** Below what stands at the message's end, so that the message can still be read. */
function pointOf(anchor: HTMLElement): Point {
  const toolbar = anchor.querySelector('[role=toolbar]')?.getBoundingClientRect();
  if (toolbar !== undefined && toolbar.width > 0) return { x: toolbar.left, y: toolbar.bottom };
  const { left, right, bottom } = anchor.getBoundingClientRect();
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  return { x: isRtl ? left : Math.max(left, right - toolbarPx), y: bottom };
}
