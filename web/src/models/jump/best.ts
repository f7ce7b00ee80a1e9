import { compareTitles } from '../titles';
import type { Target } from './targets';

export interface Found {
  target: Target;
  score: number;
  /** Of those that are alike the earlier one comes first. */
  order: number;
}

/** The best in their order: cheaper than sorting thousands to show a screen of them. */
export class Best {
  private readonly found: Found[] = [];
  private bound = -Infinity;

  constructor(private readonly limit: number) {}

  /** Who has less does not come in. */
  get least(): number {
    return this.bound;
  }

  add(found: Found): void {
    const all = this.found;
    const last = all.at(-1);
    if (last !== undefined && all.length >= this.limit && compare(found, last) > 0) return;
    const at = all.findIndex((each) => compare(found, each) < 0);
    all.splice(at < 0 ? all.length : at, 0, found);
    if (all.length > this.limit) all.pop();
    if (all.length >= this.limit) this.bound = all.at(-1)?.score ?? Infinity;
  }

  targets(): Target[] {
    return this.found.map(({ target }) => target);
  }
}

function compare(one: Found, two: Found): number {
  return (
    two.score - one.score ||
    two.target.lastActive - one.target.lastActive ||
    compareTitles(one.target.title, two.target.title) ||
    one.order - two.order
  );
}
