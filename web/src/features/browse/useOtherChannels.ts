import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import { useWorkspace } from '../../app/context';
import { perWorkspace } from '../../app/workspace/perWorkspace';
import { publicChannels } from '../../app/workspace/publicChannels';
import type { Channel } from '../../protocol/generated';

const bookOf = perWorkspace(() => createStore<{ list: readonly Channel[] }>(() => ({ list: [] })));

/** Public channels, as they were when they were last wanted; then they are asked for anew. */
export function useOtherChannels(wanted: boolean): readonly Channel[] {
  const workspace = useWorkspace();
  const book = bookOf(workspace);
  useEffect(() => {
    if (!wanted) return;
    void publicChannels(workspace.parts.call).then((list) => {
      if (list !== undefined) book.setState({ list });
    });
  }, [wanted, book, workspace]);
  return useStore(book, ({ list }) => list);
}
