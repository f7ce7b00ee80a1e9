export type StopReason = 'session_ended' | 'account_inactive' | 'workspace_gone';

export type AfterClose =
  { kind: 'reconnect'; atLeastMs: number } | { kind: 'stop'; reason: StopReason };

const overloaded = 4006;

/** What a close code asks of the client; unknown codes follow their range. */
export function afterClose(code: number): AfterClose {
  if (code >= 4200 && code < 4300) return { kind: 'stop', reason: stopReason(code) };
  return { kind: 'reconnect', atLeastMs: code === overloaded ? 1000 : 0 };
}

function stopReason(code: number): StopReason {
  if (code === 4201) return 'account_inactive';
  if (code === 4202) return 'workspace_gone';
  return 'session_ended';
}
