import type { GroupBook } from '../../../store/groups';
import { askAbove } from '../wish';

/** Whom a message notifies beside those whom it names. */
export interface Reach {
  kind: 'channel' | 'here';
  count: number;
}

/** Whom a message notifies if they are so many that its author is asked; `members` are those of its channel. */
export function reachOf(text: string, members: number, groups: GroupBook): Reach | undefined {
  if (members <= askAbove) return undefined;
  // Its author is told nothing.
  if (/<!(?:channel|everyone)[>|]/.test(text)) return { kind: 'channel', count: members - 1 };
  if (/<!here[>|]/.test(text)) return { kind: 'here', count: members - 1 };
  const named = [...text.matchAll(/<!subteam\^(\w+)/g)].map(([, id = '']) => id);
  const count = new Set(named.flatMap((id) => groups[id]?.users ?? [])).size;
  return count > askAbove ? { kind: 'channel', count } : undefined;
}
