import { expect, type Browser, type BrowserContext } from '@playwright/test';
import { signIn } from '../stories/people';
import { Line } from '../stories/line';
import type { Big } from './big';
import type { Samples } from './samples';
import { started, throttle } from './steps';

interface Visit {
  browser: Browser;
  context: BrowserContext;
  path: string;
  rate: number;
  samples: Samples;
}

/** A browser that knows nothing of the workspace but has the session, over 50 ms and 10 Mbit/s. */
export async function firstVisit({ browser, context, path, rate, samples }: Visit): Promise<void> {
  const fresh = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await fresh.addCookies(await context.cookies());
    const page = await fresh.newPage();
    const devtools = await fresh.newCDPSession(page);
    const bytes = 10_000_000 / 8;
    const line = {
      offline: false,
      latency: 50,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    };
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', line);
    await throttle(page, rate);
    await started(page, path);
    await page.waitForTimeout(300);
    if ((await samples.take(page, 'boot-cold', 'boot-cold-shell')) === 0) {
      throw new Error('the start was not measured');
    }
  } finally {
    await fresh.close();
  }
}

export async function returnVisit({ context, path, rate, samples }: Visit): Promise<void> {
  const page = await context.newPage();
  try {
    await throttle(page, rate);
    await started(page, path);
    await page.waitForTimeout(300);
    if ((await samples.take(page, 'boot-warm')) === 0)
      throw new Error('the start was not measured');
  } finally {
    await page.close();
  }
}

interface Resume {
  browser: Browser;
  big: Big;
  rate: number;
  samples: Samples;
  times: number;
  events: number;
}

/** The line breaks, much is said, and the line is mended. */
export async function resume({
  browser,
  big,
  rate,
  samples,
  times,
  events,
}: Resume): Promise<void> {
  const line = await Line.to(big.server.address.url);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const company = { url: line.url, slug: 'big', bob: { id: '', call: big.bob } };
    const channels = { general: '', random: '' };
    const page = await signIn(browser, { ...company, channels }, 'alice', context);
    await started(page, `${line.url}/w/big/c/${big.channels[0] ?? ''}`);
    await throttle(page, rate);
    let back = 0;
    for (let tries = 0; back < times && tries < times + 2; tries += 1) {
      samples.begin();
      line.cut();
      await expect(page.locator('main > [role="status"]')).toBeVisible();
      await sayMuch(big, events);
      await page.evaluate(() => performance.clearMeasures());
      line.mend();
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      const isBack = () => performance.getEntriesByName('parley:resume').length > 0;
      // The page may have come back by itself just before it was told to: that does not count.
      const wait = page.waitForFunction(isBack, undefined, { polling: 100, timeout: 10_000 });
      await wait.catch(() => undefined);
      back += await samples.take(page, 'resume');
    }
    if (back === 0) throw new Error('the page never came back');
  } finally {
    await context.close();
    line.close();
  }
}

/** So many messages in the channels in which Bob is. */
export async function sayMuch(big: Big, count: number): Promise<void> {
  let said = 0;
  const speaker = async (number: number) => {
    while (said < count) {
      said += 1;
      const channel = big.channels[(said + number) % 40] ?? '';
      await big.bob('chat.postMessage', { channel, text: `One of very many ${said}` });
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, number) => speaker(number)));
}
