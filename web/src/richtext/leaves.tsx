import { Suspense, type ReactNode } from 'react';
import { part } from '../app/parts';
import { honestText } from './links';

const Permalink = part(
  async () => (await import('../features/permalinks/Permalink/Permalink')).Permalink,
);

/** @param found has one group, so that every other part is a match */
export function marked(text: string, found: RegExp | undefined, key = 0): ReactNode {
  if (found === undefined) return text;
  const parts = text.split(found);
  if (parts.length === 1) return text;
  return (
    <span key={`m${key}`}>
      {parts.map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}
    </span>
  );
}

export function link(url: string, text: string, key: number): ReactNode {
  const shown = honestText(text, url);
  const plain = (
    <a
      key={key}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={shown === url ? undefined : url}
    >
      <bdi>{shown}</bdi>
    </a>
  );
  if (!url.startsWith(`${location.origin}/w/`)) return plain;
  return (
    <Suspense key={key} fallback={plain}>
      <Permalink url={url} words={text === url ? undefined : shown} plain={plain} />
    </Suspense>
  );
}
