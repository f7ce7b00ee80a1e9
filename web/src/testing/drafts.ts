import { newDrafts, type DraftBook } from '../app/workspace/drafts';

const nothing = () => Promise.resolve();

/** Drafts of a page that has no disk. */
export function newBook(): DraftBook {
  const drafts = { save: nothing, all: () => Promise.resolve({}) };
  const lost = { save: nothing, erase: nothing, all: () => Promise.resolve([]) };
  const disks = { drafts, lost, tell: () => undefined };
  return newDrafts(disks, { now: () => 0, newId: () => crypto.randomUUID() });
}
