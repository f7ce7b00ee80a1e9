import { formatAddress, parseAddress } from './address';

/** The message that an address of this page leads to. */
export interface Target {
  slug: string;
  channel: string;
  ts: string;
  /** The message that its thread hangs on, if it is a reply. */
  thread: string | undefined;
  /** Where the page shows it. */
  path: string;
}

/** Of the page's own addresses and of those that the server gives; undefined for any other. */
export function targetOf(url: string, origin: string): Target | undefined {
  if (!url.startsWith(`${origin}/w/`)) return undefined;
  const { pathname, search } = new URL(url);
  const address = parseAddress(pathname, search);
  if (address.view !== 'conversation') return undefined;
  const { slug, channel, pane } = address;
  const path = formatAddress(address);
  if (pane?.kind === 'thread') {
    return { slug, channel, ts: pane.reply ?? pane.ts, thread: pane.ts, path };
  }
  const { ts } = address;
  return ts === undefined ? undefined : { slug, channel, ts, thread: undefined, path };
}
