import { Figures } from './figures';
import styles from './overlay.module.css';

const prefix = 'parley:';
/** Not at each figure: a table that is laid out anew after each key slows the next one down. */
const showMs = 500;

/** A table of what was measured, which follows what is measured. */
export function showOverlay(signal: AbortSignal): void {
  const figures = new Figures();
  const table = document.createElement('table');
  table.className = styles.overlay ?? '';
  table.dataset.perf = '';
  document.body.append(table);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    table.replaceChildren(...rowsOf(figures));
  };
  const observer = new PerformanceObserver((entries) => {
    const known = entries.getEntries().filter(({ name }) => name.startsWith(prefix));
    for (const entry of known) figures.add(entry.name.slice(prefix.length), valueOf(entry));
    if (known.length > 0) timer ??= setTimeout(show, showMs);
  });
  for (const type of ['measure', 'mark']) observer.observe({ type, buffered: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    table.remove();
  });
}

function valueOf(entry: PerformanceEntry): number {
  const detail: unknown = 'detail' in entry ? entry.detail : undefined;
  return typeof detail === 'number' ? detail : entry.duration;
}

function rowsOf(figures: Figures): HTMLTableRowElement[] {
  const heads = rowOf('th', ['', 'n', 'last', 'p95', 'max']);
  const rows = figures.all().sort((one, two) => one.name.localeCompare(two.name));
  return [
    heads,
    ...rows.map(({ name, count, last, p95, max }) =>
      rowOf('td', [name, `${count}`, ...[last, p95, max].map(said)]),
    ),
  ];
}

function said(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toPrecision(2);
}

function rowOf(tag: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (const text of texts) {
    const cell = document.createElement(tag);
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}
