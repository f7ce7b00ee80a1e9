import { interactionOf, layoutShiftOf, percentile } from '../src/perf/figures';
import type { Budget } from './budgets';
import type { Sample, Samples } from './samples';

/** A measured figure and what it may be. */
export interface Row {
  label: string;
  name: string;
  cells: readonly Cell[];
}

export interface Cell {
  measured: number | undefined;
  /** None for what is told alone. */
  bound: number | undefined;
  unit: string;
  atLeast: boolean;
  /** What the same takes on a bare page, in the same run. */
  bare?: number | undefined;
}

const tolerance = 1.25;

export function rowOf(budget: Budget, speeds: readonly Samples[]): Row {
  const { label, name, bounds, unit = 'ms', atLeast = false } = budget;
  const cells = speeds.map((samples) => {
    const bound = bounds?.[samples.isThrottled ? 1 : 0];
    const figure = (each: string) => {
      const runs = samples.runs(each);
      const figures = runs.filter((run) => run.length > 0).map((run) => figureOf(budget, run));
      return figures.length === 0 ? undefined : median(figures);
    };
    const bare = budget.bare === undefined ? undefined : figure(budget.bare);
    return { measured: figure(name), bound, unit, atLeast, bare };
  });
  return { label, name, cells };
}

function figureOf({ take }: Budget, run: readonly Sample[]): number {
  const values = run.map(({ value }) => value);
  switch (take) {
    case 'p95':
      return percentile(values, 0.95);
    case 'max':
      return Math.max(...values);
    case 'min':
      return Math.min(...values);
    case 'shift':
      return layoutShiftOf(run);
    case 'interaction':
      return interactionOf(values);
  }
}

/** What the first of many takes, whose code has not run before: told, not bounded. */
export function firstsOf(speeds: readonly Samples[], heads: readonly string[]): string {
  const names = ['type', 'send-echo', 'switch-hot', 'jump-open', 'jump-key', 'open'];
  const lines = names.map((name) => {
    const cells = speeds.map((samples) => {
      const firsts = samples.runs(name).flatMap(([first]) => first?.value ?? []);
      return firsts.length === 0 ? '–' : `${median(firsts).toFixed(0)} ms`;
    });
    return `| \`${name}\` | ${cells.join(' | ')} |`;
  });
  const head = `| The first of a run | ${heads.join(' | ')} |`;
  return [head, `|${'---|'.repeat(heads.length + 1)}`, ...lines].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

export function markdownOf(rows: readonly Row[], speeds: readonly string[]): string {
  const hasBare = rows.some(({ cells }) => cells.some(({ bare }) => bare !== undefined));
  const bareHead = hasBare ? ['bare page'] : [];
  const heads = speeds.flatMap((speed) => [speed, ...bareHead, 'bound', '']);
  const lines = rows.map(({ label, name, cells }) => {
    const parts = cells.flatMap((cell) => {
      const own = hasBare ? [bareOf(cell)] : [];
      return [said(cell), ...own, boundOf(cell), verdict(cell)];
    });
    return `| ${[label, `\`${name}\``, ...parts].join(' | ')} |`;
  });
  const head = `| ${['What', 'Name', ...heads].join(' | ')} |`;
  const rule = `|${'---|'.repeat(heads.length + 2)}`;
  return [head, rule, ...lines].join('\n');
}

/** Whether it is so far beyond its bound that the run has failed. */
export function isOver({ measured, bound, atLeast }: Cell): boolean {
  if (measured === undefined || bound === undefined) return false;
  // Of a share that is to be reached, what lacks of all may be a quarter more.
  const least = 100 - (100 - bound) * tolerance;
  return atLeast ? measured < least : measured > bound * tolerance;
}

export function isMissing({ measured }: Cell): boolean {
  return measured === undefined;
}

function verdict(cell: Cell): string {
  const { measured, bound, atLeast } = cell;
  if (measured === undefined) return 'not measured';
  if (bound === undefined) return '';
  if (isOver(cell)) return '**over**';
  return (atLeast ? measured >= bound : measured <= bound) ? 'ok' : 'just over';
}

function said({ measured, unit }: Cell): string {
  if (measured === undefined) return '–';
  const number = measured >= 10 ? measured.toFixed(0) : measured.toFixed(measured < 1 ? 3 : 1);
  return `${Number(number).toLocaleString('en')} ${unit}`.trim();
}

/** What the machine takes by itself, and how many times that the page takes. */
function bareOf({ measured, bare }: Cell): string {
  if (bare === undefined || measured === undefined) return '';
  return `${bare.toFixed(0)} ms (${(measured / bare).toFixed(1)}×)`;
}

function boundOf({ bound, unit, atLeast }: Cell): string {
  if (bound === undefined) return '';
  return `${atLeast ? '≥' : '≤'} ${bound.toLocaleString('en')} ${unit}`.trim();
}
