import { LinkifyIt } from 'linkify-it';
import { safeUrl } from './links';

export interface FoundUrl {
  start: number;
  end: number;
  url: string;
}

const finder = new LinkifyIt({ fuzzyEmail: true, fuzzyLink: false });

/** Bare addresses in plain text, without the punctuation that follows them. */
export function findUrls(text: string): FoundUrl[] {
  return (finder.match(text) ?? []).flatMap(({ index, lastIndex, url: found }) => {
    const url = safeUrl(found);
    return url === undefined ? [] : [{ start: index, end: lastIndex, url }];
  });
}
