import { closeCodes } from './generated';

export type StopReason = 'session_ended' | 'account_inactive' | 'workspace_gone' | 'signed_out';

export type AfterClose =
  { kind: 'reconnect'; atLeastMs: number } | { kind: 'stop'; reason: StopReason };

/** What a close code asks of the client; unknown codes follow their range. */
export function afterClose(code: number): AfterClose {
  if (code >= 4200 && code < 4300) return { kind: 'stop', reason: stopReason(code) };
  return { kind: 'reconnect', atLeastMs: code === closeCodes.overloaded ? 1000 : 0 };
}

function stopReason(code: number): StopReason {
  if (code === closeCodes.account_inactive) return 'account_inactive';
  if (code === closeCodes.workspace_gone) return 'workspace_gone';
  if (code === closeCodes.signed_out) return 'signed_out';
  return 'session_ended';
}
