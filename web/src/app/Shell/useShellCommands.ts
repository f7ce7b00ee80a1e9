import { useEffect, type RefObject } from 'react';
import { useSay } from '../../i18n/Texts';
import { isTextField } from '../../keys/lastInput';
import { keepFocus, walkRegions } from '../../keys/regions';
import { useCommand } from '../../keys/useCommand';
import { formatAddress } from '../../models/address';
import { neighbourOf } from '../../models/neighbours';
import type { SidebarActions } from '../../features/sidebar/Sidebar/Sidebar';
import type { SidebarRow } from '../../models/sidebar';
import { useToast } from '../../ui/Toast/Toast';
import { prefer, preferences } from '../preferences';
import { useWorkspace } from '../context';
import type { OverlayName } from './Overlay';
import { readAll } from '../workspace/readAll';

interface ShellCommands {
  root: RefObject<HTMLElement | null>;
  /** In the order in which they stand. */
  rows: readonly SidebarRow[];
  open: string | undefined;
  /** Something stands in the right pane. */
  beside: boolean;
  go: (path: string) => void;
  overlay: (name: OverlayName) => void;
  actions: SidebarActions;
}

/** What keys do wherever one is in a workspace. */
export function useShellCommands(parts: ShellCommands): void {
  const { root, rows, open, beside, go, overlay, actions } = parts;
  const say = useSay();
  const workspace = useWorkspace();
  const toast = useToast();
  const slug = workspace.parts.team.domain;

  const walk = (step: 1 | -1, unread: boolean) => () => {
    const row = neighbourOf(rows, open, step, unread);
    if (row === undefined) return undefined;
    go(formatAddress({ view: 'conversation', slug, channel: row.id, ts: undefined }));
    return true;
  };
  useCommand('next', walk(1, false));
  useCommand('previous', walk(-1, false));
  useCommand('nextUnread', walk(1, true));
  useCommand('previousUnread', walk(-1, true));
  useCommand('nextRegion', () => (walkRegions(1), true));
  useCommand('previousRegion', () => (walkRegions(-1), true));
  useCommand('jump', () => (overlay('jump'), true));
  useCommand('help', () => (overlay('help'), true));
  useCommand('browse', () => (actions.browse(), true));
  useCommand('create', () => (actions.create(), true));
  useCommand('message', () => (actions.message(), true));
  useCommand('preferences', () => (actions.settings(), true));
  useCommand('signOut', () => (actions.signOut(), true));

  const view = (name: 'later' | 'unreads' | 'threads' | 'drafts' | 'people') => () => {
    go(formatAddress({ view: name, slug }));
    return true;
  };
  useCommand('unreads', view('unreads'));
  useCommand('threads', view('threads'));
  useCommand('drafts', view('drafts'));
  useCommand('later', view('later'));
  useCommand('people', view('people'));
  useCommand('search', () => {
    go(formatAddress({ view: 'search', slug, query: '', channel: undefined }));
    return true;
  });
  useCommand('find', () => {
    if (open === undefined) return false;
    go(formatAddress({ view: 'search', slug, query: '', channel: open }));
    return true;
  });
  useCommand('pane', () => {
    if (open === undefined) return false;
    const pane = beside ? undefined : ({ kind: 'details', tab: 'about' } as const);
    go(formatAddress({ view: 'conversation', slug, channel: open, ts: undefined, pane }));
    return true;
  });
  useCommand('sidebar', () => {
    prefer('sidebarHidden', !preferences().sidebarHidden);
    return true;
  });

  useCommand('leave', ({ target }) => {
    const selection = getSelection();
    if (selection?.isCollapsed === false && !isTextField(target)) {
      selection.removeAllRanges();
      return true;
    }
    if (open === undefined || (target instanceof HTMLElement && target.role === 'article')) {
      return false;
    }
    return readAll(workspace.store.getState(), workspace.reader, [open]).length > 0;
  });
  useCommand('readAll', () => {
    const moved = readAll(workspace.store.getState(), workspace.reader);
    if (moved.length === 0) {
      toast({ text: say('readAll.none') });
      return true;
    }
    const undo = () => moved.forEach(({ channel, ts }) => void workspace.reader.back(channel, ts));
    toast({
      text: say('readAll.done', { count: moved.length }),
      action: { label: say('readAll.undo'), run: undo },
    });
    return true;
  });

  useEffect(() => (root.current === null ? undefined : keepFocus(root.current)), [root]);
}
