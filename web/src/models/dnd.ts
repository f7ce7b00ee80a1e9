import type { DndStatus } from '../protocol/generated';

/** Clocks differ a little: what has just begun is not to wait for the next minute. */
const slackS = 5;

/** Whether somebody is not to be disturbed: for a while, or by their schedule. */
export function isQuiet(status: DndStatus | undefined, nowS: number): boolean {
  if (status === undefined) return false;
  const { snooze_enabled, snooze_endtime = 0, next_dnd_start_ts, next_dnd_end_ts } = status;
  if (snooze_enabled === true && nowS < snooze_endtime) return true;
  const begun = next_dnd_start_ts <= nowS + slackS;
  return status.dnd_enabled && begun && nowS < next_dnd_end_ts;
}
