import type { CDPSession, Page } from '@playwright/test';
import type { Big } from './big';
import { sayMuch } from './boots';
import { day } from './scale';
import { switchTo, type Place } from './sidebar';
import { closePane, openThread } from './steps';
import type { Row } from './table';

interface Memory {
  heapMb: number;
  nodes: number;
  detached: number | undefined;
}

/** A day of work on one page that is never loaded anew; what it then holds in memory. */
export async function dayOf(page: Page, big: Big, places: readonly Place[]): Promise<Row[]> {
  const devtools = await page.context().newCDPSession(page);
  const parts = 5;
  const heaps: number[] = [];
  let last: Memory = { heapMb: 0, nodes: 0, detached: undefined };
  for (let part = 0; part < parts; part += 1) {
    const share = (count: number) => Math.ceil(count / parts);
    await switches(page, places, share(day.switches));
    await sayMuch(big, share(day.received));
    await threads(page, places[0], share(day.threads));
    await pickers(page, share(day.pickers));
    await page.waitForTimeout(3000);
    last = await memoryOf(devtools);
    heaps.push(last.heapMb);
  }
  await devtools.detach();
  const [first = 0] = heaps;
  const growth = (last.heapMb - first) / (((parts - 1) * day.switches) / parts / 100);
  const row = (
    label: string,
    name: string,
    measured: number | undefined,
    bound: number,
    unit: string,
  ): Row => {
    return { label, name, cells: [{ measured, bound, unit, atLeast: false }] };
  };
  return [
    row('heap after the day', 'heap', last.heapMb, 120, 'MB'),
    row('DOM nodes', 'nodes', last.nodes, 4000, ''),
    row('detached trees', 'detached', last.detached, 0, ''),
    row('growth of each 100 switches', 'growth', Math.max(0, growth), 1, 'MB'),
  ];
}

async function switches(page: Page, places: readonly Place[], count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const place = places[(at * 7) % places.length];
    if (place === undefined) return;
    await page.evaluate(clickOn, place.id);
    await page.waitForTimeout(30);
  }
}

/** Runs in the page: a row that the sidebar does not show now is left out. */
function clickOn(id: string): void {
  document.querySelector<HTMLElement>(`[data-region="sidebar"] [data-id="${id}"]`)?.click();
}

async function threads(page: Page, place: Place | undefined, count: number): Promise<void> {
  if (place !== undefined) await switchTo(page, place);
  await page.waitForTimeout(300);
  const pane = page.locator('[data-region="pane"]');
  for (let at = 0; at < count; at += 1) {
    await openThread(page);
    await pane.locator('[role="article"]').first().waitFor();
    await closePane(page);
  }
}

async function pickers(page: Page, count: number): Promise<void> {
  const last = page.locator('[data-region="list"] [role="article"]').last();
  const search = page.getByRole('combobox', { name: 'Search emoji' });
  for (let at = 0; at < count; at += 1) {
    await last.focus();
    await page.keyboard.press('r');
    await search.waitFor();
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
  }
}

async function memoryOf(devtools: CDPSession): Promise<Memory> {
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  return { heapMb: usedSize / 1_000_000, nodes, detached: await detachedOf(devtools) };
}

/** Trees that nothing shows any more, if the browser can tell. */
async function detachedOf(devtools: CDPSession): Promise<number | undefined> {
  const ask = devtools.send.bind(devtools) as (method: string) => Promise<unknown>;
  try {
    await ask('DOM.enable');
    const { detachedNodes } = (await ask('DOM.getDetachedDomNodes')) as {
      detachedNodes: unknown[];
    };
    return detachedNodes.length;
  } catch {
    return undefined;
  } finally {
    await ask('DOM.disable').catch(() => undefined);
  }
}
