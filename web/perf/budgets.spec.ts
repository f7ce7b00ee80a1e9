import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { signIn } from '../stories/people';
import { bare } from './bare';
import { startBig } from './big';
import { firstVisit, resume, returnVisit } from './boots';
import { budgets } from './budgets';
import { dayOf } from './day';
import { Samples } from './samples';
import { isPart, isWanted, isWhole, longestMs, rates, scaled, size } from './scale';
import { fillCache, placesOf, type Place } from './sidebar';
import { started, steps, throttle } from './steps';
import { firstsOf, isMissing, isOver, markdownOf, rowOf, type Row } from './table';

const began = Date.now();
const failed = new Map<string, number>();

/** Does as much as works: whatever was measured is told. */
async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  const start = Date.now();
  try {
    await work();
  } catch (error) {
    const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
    count(`${name}: ${line}`);
    say(`${name}: ${String(error)}`);
  }
  if (!isWhole) say(`${name}: ${Date.now() - start} ms`);
}

function count(what: string): void {
  failed.set(what, (failed.get(what) ?? 0) + 1);
}

function say(text: string): void {
  console.log(text);
}

test('the page keeps its budgets', async ({ browser }) => {
  const big = await startBig();
  const said = () => `${Math.round((Date.now() - began) / 1000)} s`;
  try {
    say(`${said()}: ${size.people} people, ${size.channels} channels, ${size.messages} messages`);
    const { url } = big.server.address;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const company = { url, slug: 'big', bob: { id: '', call: big.bob } };
    const first = await signIn(
      browser,
      { ...company, channels: { general: '', random: '' } },
      'alice',
      context,
    );
    const places = await placesOf(first);
    await fillCache(first, size.cached);
    say(`${said()}: ${size.cached} of ${places.length} conversations are in the local cache`);
    await first.close();

    const busy = big.channels.slice(0, 2).map((id) => places.find((place) => place.id === id));
    const [one, two] = busy;
    if (one === undefined || two === undefined) throw new Error('the sidebar lacks busy channels');
    const path = `${url}/w/big/c/${one.id}`;
    // Bob speaks in 40 of them; those seen when the last one was pointed at are cached as well.
    const loud = new Set(big.channels.slice(0, 40));
    const quiet = (from: number, to?: number) =>
      places.slice(from, to).filter(({ id }) => !loud.has(id));
    const warm = cycle(quiet(0, size.cached));
    const cold = cycle(quiet(size.cached + 60));
    const speeds = rates.map((rate) => ({ rate, samples: new Samples(rate > 1) }));
    let memory: Row[] = [];
    for (const { rate, samples } of speeds) {
      const visit = { browser, context, path, rate, samples };
      for (let run = 0; run < size.runs; run += 1) {
        if (Date.now() - began > longestMs) break;
        samples.begin();
        if (isWanted('boot')) {
          await attempt(`${rate}× first visit`, () => firstVisit(visit));
          await attempt(`${rate}× return visit`, () => returnVisit(visit));
        }
        const page = await context.newPage();
        await throttle(page, rate);
        await attempt(`${rate}× start`, () => started(page, path));
        const scene = { page, big, samples, rate, busy: [one, two] as const, warm, cold };
        for (const [name, step] of Object.entries(steps)) {
          if (!isWanted(name)) continue;
          await attempt(`${rate}× ${name}`, () => step(scene));
        }
        if (isWanted('bare')) await attempt(`${rate}× bare page`, () => bare(scene));
        await page.close();
        say(`${said()}: ${rate}×, run ${run + 1} of ${size.runs}`);
      }
      const events = scaled(1000, 50);
      const again = { browser, big, rate, samples, times: Math.min(3, size.runs), events };
      if (isWanted('resume')) await attempt(`${rate}× resume`, () => resume(again));
    }
    const wholeDay = async () => {
      const page = await context.newPage();
      await page.goto(path);
      await page.getByRole('article').last().waitFor();
      memory = await dayOf(page, big, [one, two, ...quiet(0).slice(0, 38)]);
      await page.close();
    };
    if (isWanted('day')) await attempt('the day', wholeDay);
    if (isPart) speeds.forEach(({ rate, samples }) => say(`${rate}×: ${samples.told()}`));

    const all = speeds.map(({ samples }) => samples);
    const rows = budgets.map((budget) => rowOf(budget, all));
    say(`${said()}: done`);

    const heads = rates.map((rate) => `${rate}×`);
    const tables = [
      markdownOf(rows, heads),
      firstsOf(all, heads),
      markdownOf(memory, ['measured']),
    ];
    const notes = [...failed].map(([what, times]) => `- ${times} times, ${what}`);
    const report = `\n${[...tables, notes.join('\n')].join('\n\n')}\n`;
    say(report);
    mkdirSync('reports', { recursive: true });
    writeFileSync('reports/perf.md', report);
    const over = [...rows, ...memory].filter(({ cells }) => cells.some(isOver));
    expect(over.map(({ label }) => label)).toEqual([]);
    const missing = [...rows, ...memory].filter(({ cells }) => cells.some(isMissing));
    expect(missing.map(({ label }) => label)).toEqual([]);
  } finally {
    await big.server.close();
  }
});

function cycle(places: readonly Place[]): () => Place {
  let at = 0;
  return () => {
    const place = places[at % places.length];
    at += 1;
    if (place === undefined) throw new Error('there are too few conversations');
    return place;
  };
}
