import { DOMParser, type ParseOptions, type Slice } from '@tiptap/pm/model';
import { schema } from './schema';

/**
 * HTML with its styles put aside: the page's policy lets no HTML bring its own, and says so aloud for each.
 */
export function stylesAside(html: string): string {
  return html
    .replace(/<style\b[^]*?<\/style>/gi, '')
    .replace(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, '$1data-look');
}

/** Reads what was pasted: bold that is only a look is bold, a row of a table is a line. */
class PastedParser extends DOMParser {
  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    for (const each of dom.querySelectorAll<HTMLElement>('[data-look]')) {
      each.style.cssText = each.dataset.look ?? '';
    }
    tidyTables(dom);
    return super.parseSlice(dom, options);
  }
}

export const pastedParser = new PastedParser(schema, DOMParser.fromSchema(schema).rules);

function tidyTables(dom: HTMLElement): void {
  for (const table of [...dom.querySelectorAll('table')].reverse()) {
    table.replaceWith(...linesOf(table));
  }
  // A few cells alone come without their table.
  if (dom.matches('table, thead, tbody, tr')) dom.replaceChildren(...linesOf(dom));
}

function linesOf(table: HTMLElement): HTMLElement[] {
  const rows = table.matches('tr') ? [table] : [...table.querySelectorAll('tr')];
  return rows.map((row) => {
    const line = document.createElement('p');
    [...row.querySelectorAll('td, th')].forEach((cell, at) => {
      if (at > 0) line.append(' | ');
      for (const block of cell.querySelectorAll('p, div, li'))
        block.replaceWith(...block.childNodes, ' ');
      line.append(...cell.childNodes);
    });
    return line;
  });
}
