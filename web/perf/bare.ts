import type { Page } from '@playwright/test';
import { composer } from '../stories/people';
import { gestures } from './scale';
import { typed, type Scene } from './steps';

const pauseMs = 250;

/**
 * The same gestures on the same elements and styles, moved by a few lines of script and no page:
 * what browser, server and machine take by themselves.
 */
export async function bare(scene: Scene): Promise<void> {
  const { samples } = scene;
  const html = await pictureOf(scene.page);
  const page = await scene.page.context().newPage();
  try {
    await open(page, scene, html);
    await page.waitForTimeout(1000);
    await page.locator('[data-region="composer"] [contenteditable]').first().click();
    await typed({ ...scene, page }, 'bare-type');
    for (let at = 0; at < gestures; at += 1) {
      await page.locator('[data-region="sidebar"] [data-id]').nth(at).click();
      await page.waitForTimeout(pauseMs);
    }
    for (let at = 0; at < gestures; at += 1) {
      await page.keyboard.press('Control+k');
      await page.waitForTimeout(pauseMs);
      await page.keyboard.press('Escape');
    }
    await samples.take(page, 'bare-switch', 'bare-open');
  } finally {
    await page.close();
  }
}

/** What the page shows, without its scripts: its elements and styles, and the dialog of Ctrl+K. */
async function pictureOf(page: Page): Promise<string> {
  await composer(page).click();
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] [role="option"]').first().waitFor();
  const html = await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    for (const each of root.querySelectorAll('script, link[rel="modulepreload"]')) each.remove();
    return root.outerHTML;
  });
  await page.keyboard.press('Escape');
  return `<!doctype html>${html}`;
}

async function open(page: Page, { big, rate }: Scene, html: string): Promise<void> {
  const address = `${big.server.address.url}/bare`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(address);
  await page.evaluate(listen);
}

/** Runs in the bare page. */
function listen(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
  dialog?.remove();
  dialog?.removeAttribute('open');
  const list = document.querySelector<HTMLElement>('[data-region="list"]');
  const rows = list?.cloneNode(true);
  const toEnd = () => list?.scrollTo(0, list.scrollHeight);
  const painted = (name: string, start: number) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        performance.measure(`parley:${name}`, { start, end: performance.now() });
      };
      port2.postMessage(undefined);
    });
  let pressed = 0;
  document.addEventListener('keydown', (event) => {
    pressed = event.timeStamp;
    if (event.key !== 'k' || !event.ctrlKey) return;
    event.preventDefault();
    const modal = dialog?.cloneNode(true) as HTMLDialogElement;
    document.body.append(modal);
    modal.addEventListener('close', () => modal.remove());
    modal.showModal();
    painted('bare-open', event.timeStamp);
  });
  document.addEventListener('input', () => painted('bare-type', pressed));
  document.addEventListener('click', (event) => {
    const place = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    if (place === null || list === null) return;
    event.preventDefault();
    document.querySelector('[aria-current="page"]')?.removeAttribute('aria-current');
    place.setAttribute('aria-current', 'page');
    list.replaceChildren(...(rows?.cloneNode(true).childNodes ?? []));
    toEnd();
    painted('bare-switch', event.timeStamp);
  });
  toEnd();
}
