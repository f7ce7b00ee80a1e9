import type { JumpMemory } from './memory';
import type { Best } from './best';
import { inside, type Names, type Query } from './match';
import { standingOf } from './score';
import type { Target } from './targets';

/** Where a target stands among all. */
export interface Place {
  target: Target;
  names: Names;
  order: number;
}

/** All that one can jump to, in runs of which each changes by itself. */
export class Targets {
  private known: { memory: JumpMemory; places: readonly Place[] } | undefined;

  constructor(readonly runs: readonly Run[]) {}

  /** Those who were visited, or chosen for something: what they weigh depends on the time. */
  remembered(memory: JumpMemory): readonly Place[] {
    if (this.known?.memory !== memory) {
      const keys = new Set(Object.keys(memory.visits));
      for (const picks of Object.values(memory.picks))
        Object.keys(picks).forEach((key) => keys.add(key));
      this.known = { memory, places: this.called(keys) };
    }
    return this.known.places;
  }

  private called(keys: ReadonlySet<string>): Place[] {
    const places: Place[] = [];
    let before = 0;
    for (const run of this.runs) {
      run.targets.forEach((target, at) => {
        if (keys.has(target.key)) places.push({ target, names: target.names, order: before + at });
      });
      before += run.targets.length;
    }
    return places;
  }

  /** Folds some more names ahead of the first key; answers whether there are more. */
  foldSome(count: number): boolean {
    return this.runs.some((run) => run.folded.read(count));
  }
}

/** What scores differ by at least, beside what they are rounded by. */
const smallest = 1e-9;

/** Some targets, with what a query looks at in arrays: thousands of objects take their time. */
export class Run {
  /** What speaks for each beside what it is called. */
  readonly standing: Int16Array;

  constructor(
    readonly targets: readonly Target[],
    readonly folded = new Folded(targets),
  ) {
    this.standing = new Int16Array(targets.length);
    targets.forEach((target, at) => (this.standing[at] = standingOf(target)));
  }

  /**
   * Those that may be called so, and how well each has to answer to come among the best: two looks
   * at numbers rule out nearly all.
   */
  each(
    query: Query,
    best: Best,
    look: (target: Target, names: Names, at: number, least: number) => void,
  ): void {
    const { targets, standing, folded } = this;
    folded.read();
    for (let at = 0; at < targets.length; at += 1) {
      if (((folded.letters[at] ?? 0) & query.letters) !== query.letters) continue;
      const least = (best.least - (standing[at] ?? 0)) / 1000 - smallest;
      if (least > 1) continue;
      if (least > inside && ((folded.starts[at] ?? 0) & query.starts) !== query.starts) continue;
      const target = targets[at];
      const names = folded.names[at];
      if (target !== undefined && names !== undefined) look(target, names, at, least);
    }
  }

  /** The same ones, of which some stand otherwise; they are called what they were called. */
  with(others: ReadonlyMap<string, Target>): Run {
    if (others.size === 0) return this;
    return new Run(
      this.targets.map((target) => others.get(target.key) ?? target),
      this.folded,
    );
  }
}

/** Names folded once, bit by bit while nothing is typed, the rest when a query comes. */
export class Folded {
  readonly names: Names[] = [];
  readonly letters: Int32Array;
  readonly starts: Int32Array;

  constructor(private readonly targets: readonly Target[]) {
    this.letters = new Int32Array(targets.length);
    this.starts = new Int32Array(targets.length);
  }

  /** Reads so many more; answers whether there were any. */
  read(count = Infinity): boolean {
    const { names, targets } = this;
    const from = names.length;
    const to = Math.min(targets.length, from + count);
    for (let at = from; at < to; at += 1) {
      const read = targets[at]?.names;
      if (read === undefined) break;
      names.push(read);
      this.letters[at] = read.letters;
      this.starts[at] = read.starts;
    }
    return to > from;
  }
}
