import { useMemo, useState } from 'react';
import { useWorkspace } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { RefusedEdit } from '../EditBox/EditBox';
import type { RowActions } from '../MessageRow/MessageRow';

interface Editing {
  ts: string;
  refused: RefusedEdit | undefined;
}

interface Erasing {
  ts: string;
  problem: string | undefined;
}

/** Editing and deleting answer at once; a refusal opens them again with what it said. */
export function useEditing(channel: string) {
  const say = useSay();
  const workspace = useWorkspace();
  const [editing, setEditing] = useState<Editing>();
  const [erasing, setErasing] = useState<Erasing>();

  const actions = useMemo<RowActions>(
    () => ({
      edit: (ts) => setEditing(ts === undefined ? undefined : { ts, refused: undefined }),
      save: (ts, text, draft) => {
        setEditing(undefined);
        focusComposer();
        void workspace.actions.edit(channel, ts, text).then((refused) => {
          if (refused === undefined) return;
          setEditing({ ts, refused: { draft, problem: refusalText(say, refused) } });
        });
      },
      erase: (ts) => setErasing({ ts, problem: undefined }),
    }),
    [channel, say, workspace],
  );

  const dialog = {
    onClose: () => setErasing(undefined),
    onConfirm: () => {
      if (erasing === undefined) return;
      const { ts } = erasing;
      setErasing(undefined);
      setEditing(undefined);
      void workspace.actions.erase(channel, ts).then((refused) => {
        if (refused !== undefined) setErasing({ ts, problem: refusalText(say, refused) });
      });
    },
  };
  return { editing, erasing, actions, dialog };
}

/** Focus never falls to the body when a field goes away. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>('section textarea')?.focus();
}
