import { escapeText } from './escape';
import { parseMrkdwn } from './parse';
import { sameTree, settle } from './settle';
import { marks, type Block, type Inline, type List, type Mark } from './tree';
import { safeUrl } from './links';

const signs: Record<Mark, string> = { bold: '*', italic: '_', strike: '~', code: '`' };

/** A tree as escaped mrkdwn; what mrkdwn has no signs for reads well as plain words. */
export function printMrkdwn(blocks: readonly Block[]): string {
  return blocks.map(printBlock).join('\n');
}

/** Whether mrkdwn loses something of a tree. */
export function exceedsMrkdwn(blocks: readonly Block[]): boolean {
  return !sameTree(parseMrkdwn(printMrkdwn(blocks)), settle(blocks));
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return printInlines(block.inlines);
    case 'quote':
      return printMrkdwn(block.blocks)
        .split('\n')
        .map((line) => `&gt; ${line}`)
        .join('\n');
    case 'pre':
      return `\`\`\`\n${escapeText(block.text)}\n\`\`\``;
    case 'list':
      return printList(block);
  }
}

function printList({ ordered, depth, start, items }: List): string {
  const lead = '    '.repeat(depth);
  return items
    .map((item, at) => `${lead}${ordered ? `${start + at}.` : '•'} ${printInlines(item)}`)
    .join('\n');
}

export function printInlines(inlines: readonly Inline[]): string {
  return printStyled(inlines, marks);
}

/** Runs of a mark stand between its signs, the runs of the next mark inside of them. */
function printStyled(inlines: readonly Inline[], [mark, ...rest]: readonly Mark[]): string {
  if (mark === undefined) return inlines.map(printLeaf).join('');
  let out = '';
  let from = 0;
  while (from < inlines.length) {
    const on = inlines[from]?.style?.[mark];
    let to = from;
    while (to < inlines.length && inlines[to]?.style?.[mark] === on) to += 1;
    const inside = printStyled(inlines.slice(from, to), rest);
    out += on === true ? signs[mark] + inside + signs[mark] : inside;
    from = to;
  }
  return out;
}

function printLeaf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text);
    case 'link':
      return printLink(inline.url, inline.text);
    case 'person':
      return `<@${inline.user}>`;
    case 'group':
      return `<!subteam^${inline.group}>`;
    case 'channel':
      return `<#${inline.channel}>`;
    case 'broadcast':
      return `<!${inline.range}>`;
    case 'emoji':
      return `:${inline.name}:`;
  }
}

function printLink(url: string, text: string): string {
  const bare = text === url || safeUrl(text) === url;
  const target = escapeText(bare ? text : url).replaceAll('|', '%7C');
  return bare ? `<${target}>` : `<${target}|${escapeText(text)}>`;
}
