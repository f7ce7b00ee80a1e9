import { watchBooting } from './booting';
import { watchFrames } from './frames';
import { watchMoving } from './moving';
import { watchBrowser } from './observers';
import { watchOpening } from './opening';
import { showOverlay } from './overlay';
import { watchSwitching } from './switching';
import { watchTyping } from './typing';
import { Waits } from './waits';

/**
 * Measures, from outside of the page's own program, how long what a person does takes until it is
 * painted, and shows the figures. Answers what ends it.
 */
export function startPerf(): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const waits = new Waits();
  waits.start(document.documentElement);
  watchBrowser(signal);
  watchTyping(waits, signal);
  watchSwitching(waits, signal);
  watchFrames(waits, signal);
  watchOpening(waits, signal);
  watchMoving(waits, signal);
  watchBooting(waits);
  showOverlay(signal);
  return () => {
    stopped.abort();
    waits.stop();
  };
}
