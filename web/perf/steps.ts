import { expect, type Page } from '@playwright/test';
import { composer } from '../stories/people';
import type { Big } from './big';
import type { Samples } from './samples';
import { gestures } from './scale';
import { switchTo, type Place } from './sidebar';

export interface Scene {
  page: Page;
  big: Big;
  samples: Samples;
  /** How many times slower the processor is. */
  rate: number;
  /** Two that are open time and again, with many messages. */
  busy: readonly [Place, Place];
  /** On disk, and not in memory after a start. */
  warm: () => Place;
  /** Never read by this browser. */
  cold: () => Place;
}

export type Step = (scene: Scene) => Promise<void>;

const settleMs = 250;

async function measured(page: Page, name: string, count = 1): Promise<void> {
  const enough = ([wanted, least]: [string, number]) =>
    performance.getEntriesByName(`parley:${wanted}`).length >= least;
  await page.waitForFunction(enough, [name, count] as [string, number], {
    polling: 50,
    timeout: 4000,
  });
}

/**
 * 40 keys in quiet and 40 while 100 events a second come in, as fast as anybody writes; then
 * the same as fast as a key repeats that is held down.
 */
export async function typed({ page, big, samples }: Scene, measure: string): Promise<void> {
  const rhythms = { '': 60, '-burst': 25 };
  for (const [suffix, delay] of Object.entries(rhythms)) {
    const keys = () => page.keyboard.type('a quick brown fox jumps over lazy dogs ', { delay });
    await keys();
    await flooded(big, keys);
    await samples.takeAs(page, (name) => (name === measure ? measure + suffix : undefined));
  }
}

async function type(scene: Scene): Promise<void> {
  await composer(scene.page).click();
  await typed(scene, 'type');
  await composer(scene.page).fill('');
}

/** Does something while 100 events a second come in from other channels. */
export async function flooded(big: Big, work: () => Promise<void>): Promise<void> {
  let on = true;
  const flood = async () => {
    for (let at = 0; on; at += 1) {
      const channel = big.channels[2 + (at % 30)] ?? '';
      await Promise.all([
        big.bob('chat.postMessage', { channel, text: `Said while one types ${at}` }),
        new Promise((resolve) => setTimeout(resolve, 10)),
      ]);
    }
  };
  const flooding = flood();
  await work();
  on = false;
  await flooding;
}

async function send({ page, samples }: Scene): Promise<void> {
  for (let at = 0; at < gestures; at += 1) {
    await composer(page).fill(`An echo numbered ${Date.now()}`);
    await page.waitForTimeout(settleMs);
    await page.keyboard.press('Enter');
    await measured(page, 'send-echo', at + 1);
  }
  await samples.take(page, 'send-echo');
}

async function hot({ page, samples, busy }: Scene): Promise<void> {
  const [one, two] = busy;
  for (const place of [two, one]) await switchTo(page, place);
  await page.waitForTimeout(1000);
  await samples.take(page, 'none');
  for (let at = 0; at < gestures / 2; at += 1) {
    for (const place of [two, one]) {
      await switchTo(page, place);
      await page.waitForTimeout(settleMs);
    }
  }
  await samples.take(page, 'switch-hot');
}

function switching(name: string, next: 'warm' | 'cold', count: number): Step {
  return async (scene) => {
    const { page, samples, busy } = scene;
    for (let at = 0; at < count; at += 1) {
      await switchTo(page, scene[next]());
      await measured(page, name, at + 1).catch(() => undefined);
    }
    const taken = await samples.take(page, name, `${name}-rest`);
    await switchTo(page, busy[0]);
    await page.waitForTimeout(settleMs);
    if (taken === 0) throw new Error(`no ${name} was measured`);
  };
}

async function hear({ page, big, samples, busy }: Scene): Promise<void> {
  const here = busy[0].id;
  const there = busy[1].id;
  for (let at = 0; at < gestures; at += 1) {
    await big.bob('chat.postMessage', { channel: here, text: `Heard at ${Date.now()}` });
    await page.waitForTimeout(100);
    await big.bob('chat.postMessage', { channel: there, text: `<!channel> ${Date.now()}` });
    await page.waitForTimeout(150);
  }
  await samples.take(page, 'event-row', 'event-badge');
}

async function jump({ page, samples }: Scene): Promise<void> {
  for (let at = 0; at < gestures; at += 1) {
    await page.keyboard.press('Control+k');
    await measured(page, 'jump-open', at + 1);
    await page.waitForTimeout(settleMs);
    if (at < 3) await page.keyboard.type('channel-1', { delay: 80 });
    await page.waitForTimeout(settleMs);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(settleMs);
  }
  await samples.take(page, 'jump-open', 'jump-key');
}

async function open({ page, samples }: Scene): Promise<void> {
  // What the channel itself says, such as who joined, has no picker.
  const last = page
    .locator('[data-region="list"] [role="article"]:not([data-kind="system"])')
    .last();
  let count = 0;
  const shut = async () => {
    count += 1;
    await measured(page, 'open', count);
    await page.keyboard.press('Escape');
    await page.locator('[role="menu"], [role="dialog"]').waitFor({ state: 'detached' });
  };
  for (let at = 0; at < gestures / 3; at += 1) {
    await last.focus();
    await page.keyboard.press('r');
    await shut();
    await last.click({ button: 'right' });
    await shut();
    await openThread(page);
    count += 1;
    await measured(page, 'open', count);
    await closePane(page);
  }
  if ((await samples.take(page, 'open')) === 0) throw new Error('nothing has opened');
}

/** The thread that hangs on the last message that has one. */
export async function openThread(page: Page): Promise<void> {
  const lines = page.locator('[data-region="list"] [data-part="thread"]');
  for (let tries = 0; tries < 80 && (await lines.count()) === 0; tries += 1) {
    await page.mouse.move(900, 400);
    await page.mouse.wheel(0, -1200);
    await page.waitForTimeout(200);
  }
  await lines.last().click();
}

export async function closePane(page: Page): Promise<void> {
  const pane = page.locator('[data-region="pane"]');
  await pane.getByRole('button', { name: /^Close/ }).click();
  await pane.waitFor({ state: 'detached' });
}

/** Upwards through what is there and what is fetched meanwhile. */
async function scroll({ page, samples }: Scene): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const box = await page.locator('[data-region="list"]').boundingBox();
  if (box === null) throw new Error('there is no list');
  const gesture = (yDistance: number, speed: number) =>
    devtools.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      yDistance,
      speed,
      gestureSourceType: 'mouse',
      preventFling: true,
    });
  await gesture(12_000, 4000);
  await page.waitForTimeout(600);
  await gesture(-6000, 4000);
  await page.waitForTimeout(600);
  const taken = await samples.take(page, 'scroll');
  // Now a page comes while nobody scrolls.
  await gesture(4000, 4000);
  await page.waitForTimeout(1500);
  await samples.take(page, 'anchor');
  await devtools.detach();
  if (taken === 0) throw new Error('nothing was scrolled');
}

/** What is done on a page that has started from the disk, in this order. */
export const steps: Readonly<Record<string, Step>> = {
  type,
  send,
  hot,
  warm: switching('switch-warm', 'warm', gestures),
  cold: switching('switch-cold', 'cold', gestures),
  hear,
  jump,
  open,
  scroll,
};

export async function throttle(page: Page, rate: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

export async function started(page: Page, path: string): Promise<void> {
  await page.goto(`${path}?perf=1`);
  await expect(page.getByRole('article').last()).toBeVisible();
}
