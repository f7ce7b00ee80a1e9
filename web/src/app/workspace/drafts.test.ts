import { expect, test } from 'vitest';
import type { DraftDisk, LostDisk } from '../../cache/disk';
import { emptyDraft } from '../../richtext/draft';
import { newDrafts } from './drafts';

/** A class, as the storage of the page is. */
class Disks {
  readonly told: string[] = [];
  readonly saved = new Map<string, string | undefined>();
  readonly drafts: DraftDisk = {
    all: () => Promise.resolve({}),
    save: (place, draft) => {
      this.saved.set(place, draft?.text);
      return Promise.resolve();
    },
  };
  readonly lost: LostDisk = {
    all: () => Promise.resolve([]),
    save: () => Promise.resolve(),
    erase: () => Promise.resolve(),
  };

  tell(what: string): void {
    this.told.push(what);
  }
}

test('what is typed is on disk and told to the other tabs, what gave way as well', async () => {
  const disks = new Disks();
  const book = newDrafts(disks, { now: () => 0, newId: () => 'L1' });

  book.set('C1', { ...emptyDraft, text: 'half a' });
  await book.write();
  expect([...disks.saved]).toEqual([['C1', 'half a']]);
  expect(disks.told).toEqual(['drafts']);
  await book.lost.keep('C1', 'what stood there');
  expect(disks.told).toEqual(['drafts', 'drafts']);
});

test('what is emptied is off the disk at once, and what is typed meanwhile has its own turn', async () => {
  const disks = new Disks();
  const book = newDrafts(disks, { now: () => 0, newId: () => 'L1' });

  book.set('C1', { ...emptyDraft, text: 'half' });
  await book.write();
  book.set('C1', emptyDraft);
  expect([...disks.saved]).toEqual([['C1', undefined]]);
  book.set('C1', { ...emptyDraft, text: 'next' });
  await Promise.resolve();
  await book.write();
  expect([...disks.saved]).toEqual([['C1', 'next']]);
});
