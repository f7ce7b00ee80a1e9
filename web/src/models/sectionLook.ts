import type { SectionId } from './sidebar';

export const sorts = ['name', 'recent', 'unread'] as const;
export const shows = ['all', 'unread', 'active'] as const;

/** How somebody wants to see a section of the sidebar. */
export interface SectionLook {
  sort: (typeof sorts)[number];
  /** All, those with something new, or those of the last 30 days. */
  show: (typeof shows)[number];
  collapsed: boolean;
}

export type SectionLooks = Readonly<Record<SectionId, SectionLook>>;

const byName: SectionLook = { sort: 'name', show: 'all', collapsed: false };
const byRecency: SectionLook = { ...byName, sort: 'recent' };

export const usualLooks: SectionLooks = {
  starred: byName,
  channels: byName,
  direct: byRecency,
  apps: byName,
};

/** What was kept; whatever of it is not understood is as usual. */
export function looksOf(kept: unknown): SectionLooks {
  const given = isRecord(kept) ? kept : {};
  const look = (id: SectionId): SectionLook => {
    const each = isRecord(given[id]) ? given[id] : {};
    return {
      sort: sorts.find((sort) => sort === each.sort) ?? usualLooks[id].sort,
      show: shows.find((show) => show === each.show) ?? usualLooks[id].show,
      collapsed: each.collapsed === true,
    };
  };
  return {
    starred: look('starred'),
    channels: look('channels'),
    direct: look('direct'),
    apps: look('apps'),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
