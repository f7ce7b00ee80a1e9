const patienceMs = 2000;
const untoldMs = 200;

/**
 * Runs work once nothing else is to be done; Safari cannot tell, there a moment later.
 * @returns gives the work up, if it has not begun
 */
export function whenIdle(work: () => void): () => void {
  let wanted = true;
  const run = () => {
    if (wanted) work();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: patienceMs });
  else setTimeout(run, untoldMs);
  return () => {
    wanted = false;
  };
}
