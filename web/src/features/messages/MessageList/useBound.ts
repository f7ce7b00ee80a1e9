import { useLayoutEffect, type RefObject } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import type { Row } from '../../../models/rows';
import type { Ts } from '../../../protocol/generated';
import { countOf, placeMost } from '../../../store/bounded';
import type { Place } from '../../../store/places';
import { eyeOf, type View } from './view';

/** Lets go of messages far from what is read when there are too many, before they are painted. */
export function useBound(
  place: Place,
  rows: readonly Row[],
  view: RefObject<View>,
  onFollow: (eye: Ts | undefined) => void,
): void {
  const workspace = useWorkspace();
  const isFull = useWorkspaceState(
    ({ histories }) => countOf(histories[place]?.segments ?? []) > placeMost,
  );
  useLayoutEffect(() => {
    if (!isFull) return;
    const eye = eyeOf(rows, view.current);
    onFollow(eye);
    workspace.pages.trim(place, eye);
  }, [isFull, place, rows, view, onFollow, workspace]);
}
