import type { Message } from '../protocol/generated';
import { treeOf } from '../richtext/cache';
import { plainText, type Names } from '../richtext/plain';
import { millisOf } from '../store/ts';
import { authorOf } from './authors';

export interface Copied {
  text: string;
  html: string;
}

/** Several messages as they are pasted elsewhere: who, when, then the words. */
export function copiedOf(
  messages: readonly Message[],
  names: Names,
  timeOf: (ms: number) => string,
): Copied {
  const parts = messages.map((message) => ({
    author: authorOf(message, names.person),
    time: timeOf(millisOf(message.ts)),
    words: plainText(treeOf(message), names),
  }));
  return {
    text: parts.map(({ author, time, words }) => `${author} ${time}\n${words}`).join('\n'),
    html: parts
      .map(({ author, time, words }) => {
        const lines = escaped(words).replaceAll('\n', '<br>');
        return `<p><b>${escaped(author)}</b> ${escaped(time)}<br>${lines}</p>`;
      })
      .join(''),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
