import { useMemo, useState, type RefObject } from 'react';
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
export function useEditing(channel: string, near: RefObject<HTMLElement | null>) {
  const say = useSay();
  const workspace = useWorkspace();
  const [editing, setEditing] = useState<Editing>();
  const [erasing, setErasing] = useState<Erasing>();

  const actions = useMemo<Required<Pick<RowActions, 'edit' | 'stopEditing' | 'save' | 'erase'>>>(
    () => ({
      edit: (ts) => setEditing({ ts, refused: undefined }),
      stopEditing: () => setEditing(undefined),
      save: (ts, wire, draft) => {
        setEditing(undefined);
        focusComposer(near.current);
        void workspace.actions.edit(channel, ts, wire).then((refused) => {
          if (refused === undefined) return;
          setEditing({ ts, refused: { draft, problem: refusalText(say, refused) } });
        });
      },
      erase: (ts) => setErasing({ ts, problem: undefined }),
    }),
    [channel, near, say, workspace],
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

/** Focus never falls to the body when a field goes away: it goes to the composer of its pane. */
export function focusComposer(near: Element | null): void {
  const pane = near?.closest('[data-composes]') ?? document;
  pane.querySelector<HTMLElement>('section :is(textarea, [contenteditable=true])')?.focus();
}
