import type { BrowserContext } from '@playwright/test';

const stamp = /\b\d{10}\.\d{6}\b/g;
const dayUs = 86_400_000_000n;

/**
 * Shows a page what was said between two instants as if it had been said over so many days: the
 * order and the nearness of messages stay, and what comes later is shown as it is.
 */
export async function spreadOverDays(
  context: BrowserContext,
  fromMs: number,
  toMs: number,
  days: number,
): Promise<void> {
  const to = BigInt(toMs) * 1_000n;
  const part = (BigInt(toMs - fromMs) * 1_000n) / BigInt(days) + 1n;
  /** With each part of the time that is over, a day more is. */
  const moved = (text: string, length: bigint, by: bigint) =>
    text.replace(stamp, (ts) => {
      const at = BigInt(ts.replace('.', ''));
      if (at >= to) return ts;
      const us = String(at + by * ((to - at) / length));
      return `${us.slice(0, -6)}.${us.slice(-6)}`;
    });
  const toPage = (text: string) => moved(text, part, -dayUs);
  const toServer = (text: string) => moved(text, part + dayUs, dayUs);

  await context.route(/\/api\//, async (route) => {
    const asked = route.request().postData();
    const response = await route.fetch(asked === null ? {} : { postData: toServer(asked) });
    await route.fulfill({ response, body: toPage(await response.text()) });
  });
  await context.routeWebSocket(/./, (page) => {
    const server = page.connectToServer();
    page.onMessage((frame) => server.send(typeof frame === 'string' ? toServer(frame) : frame));
    server.onMessage((frame) => page.send(typeof frame === 'string' ? toPage(frame) : frame));
  });
}
