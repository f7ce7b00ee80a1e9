export const searchTabs = ['messages', 'people', 'channels'] as const;
export type SearchTab = (typeof searchTabs)[number];

/** What the right pane shows beside a conversation. */
export type Pane =
  { kind: 'thread'; ts: string; reply: string | undefined } | { kind: 'details'; tab: string };

/** One address per view: what stands in the browser's bar. */
export type Address =
  | { view: 'home' }
  | { view: 'setup' }
  | { view: 'signin' }
  | { view: 'workspace'; slug: string }
  | {
      view: 'conversation';
      slug: string;
      channel: string;
      /** The message to jump to. */
      ts: string | undefined;
      pane?: Pane | undefined;
    }
  | { view: 'direct'; slug: string; user: string }
  | { view: 'profile'; slug: string; user: string }
  | { view: 'people'; slug: string }
  | { view: 'groups'; slug: string }
  | { view: 'admin'; slug: string; section: string }
  | { view: 'threads'; slug: string }
  | { view: 'unreads'; slug: string }
  | { view: 'drafts'; slug: string }
  | { view: 'later'; slug: string }
  | {
      view: 'search';
      slug: string;
      query: string;
      /** The conversation that it is limited to. */
      channel: string | undefined;
      /** Messages, unless something else is said. */
      tab?: SearchTab | undefined;
    }
  | { view: 'browse'; slug: string }
  | { view: 'apps'; slug: string }
  | { view: 'settings'; slug: string; section: string }
  | { view: 'unknown'; slug: string | undefined };

/** The address of a path; the part behind `?` is that of a search. */
export function parseAddress(path: string, search = ''): Address {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, slug, view, id, more, ts, also, reply] = parts;
  if (first === undefined) return { view: 'home' };
  if (first === 'setup') return { view: 'setup' };
  if (first === 'signin') return { view: 'signin' };
  if (first !== 'w' || slug === undefined) return { view: 'unknown', slug: undefined };
  if (view === undefined) return { view: 'workspace', slug };
  if (view === 'unreads' || view === 'drafts' || view === 'later') return { view, slug };
  if (view === 'search') return searchOf(slug, search);
  if (view === 'browse' || view === 'apps' || view === 'threads') return { view, slug };
  if (view === 'groups' || (view === 'people' && id === undefined)) return { view, slug };
  if (view === 'admin') return { view, slug, section: id ?? 'people' };
  if (view === 'settings') return { view: 'settings', slug, section: id ?? 'appearance' };
  if (id === undefined) return { view: 'unknown', slug };
  if (view === 'dm') return { view: 'direct', slug, user: id };
  if (view === 'people') return { view: 'profile', slug, user: id };
  if (view === 'c' && more === 'p') return { view: 'conversation', slug, channel: id, ts };
  if (view === 'c') {
    const pane = paneOf(more, ts, also === 'p' ? reply : undefined);
    return { view: 'conversation', slug, channel: id, ts: undefined, pane };
  }
  if (view === 'archives') {
    return permalinkOf(slug, id, tsOfPermalink(more), search);
  }
  return { view: 'unknown', slug };
}

export function formatAddress(address: Address): string {
  switch (address.view) {
    case 'home':
      return '/';
    case 'setup':
    case 'signin':
      return `/${address.view}`;
    case 'workspace':
      return `/w/${address.slug}`;
    case 'conversation': {
      const base = `/w/${address.slug}/c/${address.channel}`;
      if (address.pane !== undefined) return base + formatPane(address.pane);
      return address.ts === undefined ? base : `${base}/p/${address.ts}`;
    }
    case 'direct':
      return `/w/${address.slug}/dm/${address.user}`;
    case 'profile':
      return `/w/${address.slug}/people/${address.user}`;
    case 'unreads':
    case 'drafts':
    case 'later':
    case 'browse':
    case 'apps':
    case 'threads':
    case 'people':
    case 'groups':
      return `/w/${address.slug}/${address.view}`;
    case 'settings':
    case 'admin':
      return `/w/${address.slug}/${address.view}/${address.section}`;
    case 'search': {
      const wanted = new URLSearchParams();
      if (address.query !== '') wanted.set('q', address.query);
      if (address.channel !== undefined) wanted.set('in', address.channel);
      if (address.tab !== undefined && address.tab !== 'messages') wanted.set('tab', address.tab);
      return `/w/${address.slug}/search${wanted.size === 0 ? '' : `?${wanted.toString()}`}`;
    }
    case 'unknown':
      return address.slug === undefined ? '/' : `/w/${address.slug}`;
  }
}

function searchOf(slug: string, search: string): Address {
  const wanted = new URLSearchParams(search);
  const query = wanted.get('q') ?? '';
  const tab = searchTabs.find((each) => each === wanted.get('tab'));
  const found = { view: 'search', slug, query, channel: wanted.get('in') ?? undefined } as const;
  return tab === undefined ? found : { ...found, tab };
}

export function slugOf(address: Address): string | undefined {
  return 'slug' in address ? address.slug : undefined;
}

/** Where somebody was going who had to sign in first: by what stands behind `?` meanwhile. */
export function wantedOf(search: string): { path: string; slug: string } | undefined {
  const path = new URLSearchParams(search).get('then') ?? '';
  // Two strokes begin the address of another host.
  if (path.startsWith('//')) return undefined;
  const slug = slugOf(parseAddress(path.split('?')[0] ?? ''));
  return slug === undefined ? undefined : { path, slug };
}

function paneOf(kind: string | undefined, what: string | undefined, reply: string | undefined) {
  if (kind === 'details') return { kind, tab: what ?? 'about' } as const;
  if (kind !== 't' || what === undefined) return undefined;
  return { kind: 'thread', ts: what, reply } as const;
}

function formatPane(pane: Pane): string {
  if (pane.kind === 'details') return `/details/${pane.tab}`;
  const base = `/t/${pane.ts}`;
  return pane.reply === undefined ? base : `${base}/p/${pane.reply}`;
}

/** That of a reply names its thread. */
function permalinkOf(slug: string, channel: string, ts: string | undefined, search: string) {
  const root = new URLSearchParams(search).get('thread_ts');
  const place = { view: 'conversation', slug, channel } as const;
  if (root === null || root === ts || ts === undefined) return { ...place, ts };
  return { ...place, ts: undefined, pane: { kind: 'thread', ts: root, reply: ts } } as const;
}

/** Slack's permalinks write `1700000000.000001` as `p1700000000000001`. */
function tsOfPermalink(part: string | undefined): string | undefined {
  const digits = /^p(\d{7,})$/.exec(part ?? '')?.[1];
  return digits === undefined ? undefined : `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
