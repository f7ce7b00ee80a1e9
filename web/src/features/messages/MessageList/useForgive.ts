import { useEffect, useRef } from 'react';
import { useConnected, useWorkspace } from '../../../app/context';
import type { Place } from '../../../store/places';
import type { Load } from '../../../store/state';

const againMs = 10_000;

/**
 * Messages that could not be had are asked for again: once as soon as there is a connection, then
 * after a pause each time, as a server that refuses may go on refusing.
 */
export function useForgive(place: Place, load: Load | undefined, lost: boolean): void {
  const { pages } = useWorkspace();
  const connected = useConnected();
  const forgiven = useRef(false);
  useEffect(() => {
    if (!connected || !lost) forgiven.current = false;
    if (!connected || load !== 'failed') return;
    const timer = setTimeout(
      () => {
        forgiven.current = true;
        pages.forgive(place);
      },
      forgiven.current ? againMs : 0,
    );
    return () => clearTimeout(timer);
  }, [connected, load, lost, pages, place]);
}
