import type { StopReason } from './closeCodes';
import type { TeamId } from './generated';

/** How a call ended. Refusals are expected and coded; everything else can be tried again. */
export type Outcome<T> =
  | { kind: 'ok'; answer: T }
  | { kind: 'refused'; code: string; body: Record<string, unknown> }
  | { kind: 'throttled'; afterMs: number }
  | { kind: 'unreachable' };

export type Call = <T>(method: string, args?: Record<string, unknown>) => Promise<Outcome<T>>;

export interface ApiParts {
  fetch: typeof fetch;
  timeoutMs: number;
}

const defaultAfterMs = 1000;

/** Calls `POST /api/<method>` for one workspace, or for none before sign-in. */
export function apiClient(team: TeamId | undefined, parts: ApiParts): Call {
  return async <T>(method: string, args: Record<string, unknown> = {}): Promise<Outcome<T>> => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=utf-8' };
    if (team !== undefined) headers['X-Parley-Team'] = team;
    try {
      const response = await parts.fetch(`/api/${method}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(args),
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(parts.timeoutMs),
      });
      if (response.status === 429) return { kind: 'throttled', afterMs: retryAfter(response) };
      if (response.status >= 500) return { kind: 'unreachable' };
      return outcomeOf<T>(await response.json());
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

function outcomeOf<T>(body: unknown): Outcome<T> {
  if (typeof body !== 'object' || body === null || !('ok' in body)) return { kind: 'unreachable' };
  if (body.ok === true) return { kind: 'ok', answer: body as T };
  const fields = body as Record<string, unknown>;
  const code = codeOf(fields);
  if (code === 'ratelimited') return { kind: 'throttled', afterMs: defaultAfterMs };
  if (code === 'internal_error' || code === 'service_unavailable') return { kind: 'unreachable' };
  return { kind: 'refused', code, body: fields };
}

/** A reason that says how the session ended stands in for the code, which says less. */
function codeOf({ error, reason }: Record<string, unknown>): string {
  if (typeof reason === 'string' && endings.has(reason)) return reason;
  return typeof error === 'string' ? error : 'unknown_error';
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : defaultAfterMs;
}

const endings: ReadonlyMap<string, StopReason> = new Map([
  ['not_authed', 'session_ended'],
  ['invalid_auth', 'session_ended'],
  ['token_revoked', 'session_ended'],
  ['account_inactive', 'account_inactive'],
  ['workspace_gone', 'workspace_gone'],
  ['signed_out', 'signed_out'],
]);

/** How a refusal says that the session ended; nothing if it goes on. */
export function endOf(code: string): StopReason | undefined {
  return endings.get(code);
}
