import { useEffect } from 'react';
import { useTitleOf } from '../../features/names';
import type { TextId } from '../../i18n/en';
import { useSay } from '../../i18n/Texts';
import { isDirect, totalsOf, type SidebarSection } from '../../models/sidebar';
import type { Conversation } from '../../protocol/generated';
import { useWorkspace } from '../context';
import type { ViewAddress } from './MainView';

const titles: Record<ViewAddress['view'], TextId> = {
  unreads: 'sidebar.unreads',
  threads: 'sidebar.threads',
  drafts: 'sidebar.drafts',
  later: 'sidebar.later',
  search: 'sidebar.search',
  people: 'title.people',
  groups: 'title.groups',
  admin: 'title.admin',
};

/** The tab says where one is and what waits: `(3) #general – Acme`. */
export function usePageTitle(
  sections: readonly SidebarSection[],
  conversation: Conversation | undefined,
  viewed: ViewAddress | undefined,
): void {
  const say = useSay();
  const titleOf = useTitleOf();
  const team = useWorkspace().parts.team.name;
  const { count, unread } = totalsOf(sections);
  const view = viewed === undefined ? team : say(titles[viewed.view]);
  const plain = conversation === undefined ? view : titleOf(conversation);
  const channel = conversation !== undefined && !isDirect(conversation);
  const name = channel ? `#${plain}` : plain;

  useEffect(() => {
    if (count > 0) document.title = say('title.count', { count, name, team });
    else document.title = say(unread ? 'title.unread' : 'title.plain', { name, team });
  }, [count, unread, name, team, say]);

  useEffect(() => {
    // Only where the page can be installed.
    if ('setAppBadge' in navigator) void navigator.setAppBadge(count).catch(() => undefined);
  }, [count]);
  const icon = iconOf(count, unread);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    if (link !== null) link.href = icon;
  }, [icon]);
}

function iconOf(count: number, unread: boolean): string {
  if (count > 0) return '/favicon-count.svg';
  return unread ? '/favicon-dot.svg' : '/favicon.svg';
}
