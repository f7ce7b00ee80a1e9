import { useMemo } from 'react';
import { useWorkspace } from '../../../app/context';
import { useNames } from '../../names';
import { askFor, useLinkWords } from '../../permalinks/useLinkWords';
import type { Said } from './said';

/** What things are called in the field; messages that are linked to are asked for. */
export function useSaid(): Said {
  const workspace = useWorkspace();
  const names = useNames();
  const words = useLinkWords();
  return useMemo(
    () => ({
      ...names,
      link: (url) => {
        void askFor(url, workspace);
        return words(url);
      },
    }),
    [names, words, workspace],
  );
}
