import type { ReactNode } from 'react';
import { link, marked } from '../leaves';
import { findUrls } from '../urls';

interface LinkedProps {
  text: string;
  /** What is marked in it. */
  found: RegExp | undefined;
}

/** Plain text in which bare addresses are links. */
export function Linked({ text, found }: LinkedProps) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end, url } of findUrls(text)) {
    parts.push(marked(text.slice(from, start), found, from));
    parts.push(link(url, text.slice(start, end), start));
    from = end;
  }
  parts.push(marked(text.slice(from), found, from));
  return <span>{parts}</span>;
}
