import {
  Bell,
  Bookmark,
  BookmarkX,
  Copy,
  Link,
  MailOpen,
  MessageSquareText,
  Pencil,
  Pin,
  PinOff,
  SmilePlus,
  Trash2,
} from 'lucide-react';
import type { TextId } from '../../../i18n/en';
import type { Say } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import type { MenuItem } from '../../../ui/Menu/MenuList';
import type { RowActions } from '../MessageRow/MessageRow';
import { threadWay } from '../threadWay';

export interface MenuInput {
  message: Message;
  own: boolean;
  inThread: boolean;
  starred: boolean;
  anchor: HTMLElement;
  actions: RowActions;
  say: Say;
}

const icon = { size: 16, strokeWidth: 1.75 };

/** All that can be done with a message, the likeliest first. */
export function menuItems({ message, own, inThread, ...input }: MenuInput): MenuItem[] {
  const { starred, anchor, actions, say } = input;
  const { edit, pick, pin } = actions;
  const way = threadWay(message, actions);
  const pinned = (message.pinned_to ?? []).length > 0;
  /** What is missing stands there, with the reason. */
  const whether = (can: boolean, why: TextId = 'menu.archived') =>
    can ? {} : { barred: say(why) };
  const reply: MenuItem = {
    id: 'thread',
    label: say(way?.label ?? 'menu.reply'),
    icon: <MessageSquareText {...icon} />,
    command: 'thread',
    ...whether(way !== undefined, actions.noReply),
    run: () => way?.open(),
  };
  const unread: MenuItem = {
    id: 'unread',
    label: say('menu.unread'),
    icon: <MailOpen {...icon} />,
    command: 'markUnread',
    run: () => actions.markUnread(message),
  };
  const mine: MenuItem[] = [
    {
      id: 'edit',
      label: say('menu.edit'),
      icon: <Pencil {...icon} />,
      command: 'edit',
      apart: true,
      ...whether(edit !== undefined),
      run: () => edit?.(message.ts),
    },
    {
      id: 'delete',
      label: say('menu.delete'),
      icon: <Trash2 {...icon} />,
      command: 'delete',
      danger: true,
      run: () => actions.erase(message.ts),
    },
  ];
  return [
    ...(inThread ? [] : [reply]),
    {
      id: 'react',
      label: say('menu.react'),
      icon: <SmilePlus {...icon} />,
      command: 'react',
      ...whether(pick !== undefined),
      run: () => pick?.(message, anchor),
    },
    {
      id: 'star',
      label: say(starred ? 'menu.unsave' : 'menu.save'),
      icon: starred ? <BookmarkX {...icon} /> : <Bookmark {...icon} />,
      command: 'save',
      run: () => actions.star(message),
    },
    {
      id: 'pin',
      label: say(pinned ? 'menu.unpin' : 'menu.pin'),
      icon: pinned ? <PinOff {...icon} /> : <Pin {...icon} />,
      command: 'pin',
      ...whether(pin !== undefined),
      run: () => pin?.(message),
    },
    ...(inThread ? [] : [unread]),
    {
      id: 'remind',
      label: say('menu.remind'),
      icon: <Bell {...icon} />,
      run: () => actions.menu(message, anchor, 'remind'),
    },
    {
      id: 'link',
      label: say('menu.link'),
      icon: <Link {...icon} />,
      command: 'copyLink',
      apart: true,
      run: () => actions.copyLink(message),
    },
    {
      id: 'text',
      label: say('menu.text'),
      icon: <Copy {...icon} />,
      command: 'copyText',
      run: () => actions.copyText(message),
    },
    ...(own ? mine : []),
  ];
}
