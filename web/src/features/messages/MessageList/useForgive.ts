import { useEffect, useRef } from 'react';
import { useStatus, useWorkspace } from '../../../app/context';
import type { Place } from '../../../store/places';
import type { Load } from '../../../store/state';

const againMs = 10_000;

/**
 * Messages that could not be had are asked for again: once as soon as there is a connection, then
 * after a pause each time, as a server that refuses may go on refusing.
 */
export function useForgive(place: Place, load: Load | undefined, lost: boolean): void {
  const { pages } = useWorkspace();
  const live = useStatus((status) => status.link.phase === 'live');
  const forgiven = useRef(false);
  useEffect(() => {
    if (!live || !lost) forgiven.current = false;
    if (!live || load !== 'failed') return;
    const timer = setTimeout(
      () => {
        forgiven.current = true;
        pages.forgive(place);
      },
      forgiven.current ? againMs : 0,
    );
    return () => clearTimeout(timer);
  }, [live, load, lost, pages, place]);
}
