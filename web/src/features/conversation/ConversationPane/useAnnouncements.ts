import { useEffect, useRef } from 'react';
import { useStatus, useWorkspace, useWorkspaceState } from '../../../app/context';
import { usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import { treeOf } from '../../../richtext/cache';
import { authorOf, wordsOf } from '../../../models/authors';
import { mentionsPerson } from '../../../richtext/mentions';
import { plainText } from '../../../richtext/plain';
import { useAnnounce } from '../../../ui/Announcer/Announcer';
import { useNames } from '../../names';

const everyMs = 3000;
const longest = 200;

/** Says what arrives in the open conversation: one at a time, or how many there were. */
export function useAnnouncements(channel: string): void {
  const say = useSay();
  const names = useNames();
  const { polite } = useAnnounce();
  const { status } = useWorkspace();
  const self = useWorkspaceState((state) => state.self);
  const live = useStatus(({ link }) => link.phase === 'live');
  const spoken = usePreference('spoken');
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hear = useRef<(message: Message) => void>(() => undefined);
  hear.current = (message) => {
    if (!live || !document.hasFocus() || message.user === self || spoken === 'none') return;
    const tree = treeOf({ text: wordsOf(message), blocks: message.blocks });
    if (spoken === 'mentions' && !mentionsPerson(tree, self, names)) return;
    const words = plainText(tree, names).slice(0, longest);
    const author = authorOf(message, names.person);
    waiting.current.push(say('announce.message', { author, text: words }));
    timer.current ??= setTimeout(() => {
      const [only, ...more] = waiting.current;
      const count = waiting.current.length;
      polite(more.length === 0 ? (only ?? '') : say('announce.many', { count }));
      waiting.current = [];
      timer.current = undefined;
    }, everyMs / 6);
  };

  // Several may arrive before the page is rendered.
  useEffect(
    () =>
      status.subscribe(({ arrived }, before) => {
        if (arrived === before.arrived || arrived?.channel !== channel) return;
        hear.current(arrived.message);
      }),
    [channel, status],
  );

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      waiting.current = [];
    },
    [channel],
  );
}
