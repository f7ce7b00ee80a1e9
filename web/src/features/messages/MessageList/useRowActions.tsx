import { Suspense, useMemo, useState, type ReactNode, type RefObject } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { noteUse } from '../../../app/favourites';
import type { TextId } from '../../../i18n/en';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { postingBar } from '../../../models/posting';
import type { Message } from '../../../protocol/generated';
import { treeOf } from '../../../richtext/cache';
import { plainText, type Names } from '../../../richtext/plain';
import { isStarred } from '../../../store/stars';
import type { Point } from '../../../ui/Menu/ContextMenu';
import { useToast } from '../../../ui/Toast/Toast';
import { DeleteDialog, Picker, RowMenu } from '../later';
import type { RowActions } from '../MessageRow/MessageRow';
import { useEditing } from './useEditing';

interface RowActionsInput {
  channel: string;
  thread: string | undefined;
  near: RefObject<HTMLElement | null>;
  self: string;
  names: Names;
  /** Makes everything from a message on unread; nothing in threads. */
  onUnread: ((message: Message) => void) | undefined;
}

type AllActions = Required<Omit<RowActions, 'noReply'>>;

/** What is open above the list. */
interface Open {
  kind: 'more' | 'remind' | 'pick';
  message: Message;
  anchor: HTMLElement;
  at: Point | undefined;
}

/** What can be done with the messages of a list, and what is open for it. */
export function useRowActions({ channel, thread, near, self, names, onUnread }: RowActionsInput) {
  const say = useSay();
  const toast = useToast();
  const workspace = useWorkspace();
  const go = useGo();
  const [open, setOpen] = useState<Open>();
  const { domain: slug } = workspace.parts.team;
  const archived = useWorkspaceState((state) => state.conversations[channel]?.is_archived === true);
  const replyBar = useWorkspaceState(({ conversations, people, self: id }) => {
    const conversation = conversations[channel];
    return conversation && postingBar(conversation, people[id], true);
  });
  const { actions: own, editing, erasing, dialog } = useEditing(channel, near);

  const all = useMemo<AllActions>(() => {
    const { messages } = workspace.actions;
    const tell = (refused: string | undefined) => {
      if (refused !== undefined) toast({ text: refusalText(say, refused) });
    };
    const copy = (text: string, done: string) => {
      // Missing where the page is not a secure context.
      const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
      const failed = () => toast({ text: say('menu.copy.failed') });
      if (clipboard === undefined) failed();
      else clipboard.writeText(text).then(() => toast({ text: done }), failed);
    };
    const openThread = (ts: string, reply?: string) => {
      const pane = { kind: 'thread', ts, reply } as const;
      go(formatAddress({ view: 'conversation', slug, channel, ts: undefined, pane }));
    };
    return {
      ...own,
      thread: openThread,
      reply: ({ ts, thread_ts: root = ts }) => openThread(root),
      react: (message, name) => {
        const given = (message.reactions ?? []).find((each) => each.name === name)?.users ?? [];
        const on = !given.includes(self);
        if (on) noteUse(name);
        void messages.react(channel, message.ts, name, on).then(tell);
      },
      pick: (message, anchor) => setOpen({ kind: 'pick', message, anchor, at: undefined }),
      menu: (message, anchor, kind = 'more', at) => setOpen({ kind, message, anchor, at }),
      star: ({ ts }) => {
        const on = !isStarred(workspace.store.getState(), channel, ts);
        void messages.star(channel, ts, on).then(tell);
      },
      pin: ({ ts, pinned_to: pinned = [] }) => {
        void messages.pin(channel, ts, pinned.length === 0).then(tell);
      },
      markUnread: (message) => onUnread?.(message),
      copyText: (message) => copy(plainText(treeOf(message), names), say('menu.text.done')),
      copyLink: (message) => copy(linkOf(slug, channel, message), say('menu.link.done')),
      remind: (message, atMs, words) => {
        const excerpt = plainText(treeOf(message), names).slice(0, 100);
        const text = `${names.person(message.user)}: ${excerpt} ${linkOf(slug, channel, message)}`;
        void messages.remind(text, atMs).then((refused) => {
          if (refused === undefined) toast({ text: words });
          else tell(refused);
        });
      },
    };
  }, [own, go, slug, channel, self, names, onUnread, say, toast, workspace]);
  const actions = useMemo<RowActions>(() => {
    if (archived) return readingOnly(all);
    return replyBar === undefined ? all : notReplying(all, `composer.closed.${replyBar}`);
  }, [all, archived, replyBar]);

  const close = () => setOpen(undefined);
  const overlay: ReactNode = (
    <Suspense>
      {erasing !== undefined && <DeleteDialog {...dialog} problem={erasing.problem} />}
      {open !== undefined && open.kind !== 'pick' && (
        <RowMenu
          key={open.kind}
          {...open}
          kind={open.kind}
          channel={channel}
          own={open.message.user === self}
          inThread={thread !== undefined}
          actions={actions}
          onClose={() => setOpen((now) => (now === open ? undefined : now))}
        />
      )}
      {open?.kind === 'pick' && (
        <Picker
          anchor={open.anchor}
          onPick={(name) => {
            close();
            focusRow(open.anchor);
            actions.react?.(open.message, name);
          }}
          onClose={() => {
            close();
            focusRow(open.anchor);
          }}
        />
      )}
    </Suspense>
  );
  return { editing, actions, opened: open?.message.ts, overlay };
}

/** In an archived channel messages stay as they are, except that they can be deleted. */
function readingOnly(all: AllActions): RowActions {
  const { edit, reply, react, pick, pin, ...rest } = all;
  return rest;
}

/** Where only some may reply, others do all else. */
function notReplying({ reply, ...rest }: AllActions, noReply: TextId): RowActions {
  return { ...rest, noReply };
}

/** Where a message is: the address that a colleague opens. */
export function linkOf(
  slug: string,
  channel: string,
  { ts, thread_ts: root = ts }: Message,
): string {
  const pane = root === ts ? undefined : ({ kind: 'thread', ts: root, reply: ts } as const);
  const at = formatAddress({ view: 'conversation', slug, channel, ts, pane });
  return `${location.origin}${at}`;
}

function focusRow(anchor: HTMLElement): void {
  anchor.closest<HTMLElement>('[role=article]')?.focus();
}
