import { targetOf, type Target } from '../../models/permalinks';

/** The message that an address of this page leads to; tests of the editor run without a page. */
export function ownTarget(url: string): Target | undefined {
  return 'location' in globalThis ? targetOf(url, location.origin) : undefined;
}
