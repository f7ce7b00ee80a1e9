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
  const code = typeof fields.error === 'string' ? fields.error : 'unknown_error';
  if (code === 'ratelimited') return { kind: 'throttled', afterMs: defaultAfterMs };
  if (code === 'internal_error' || code === 'service_unavailable') return { kind: 'unreachable' };
  return { kind: 'refused', code, body: fields };
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : defaultAfterMs;
}

const endings = new Set(['not_authed', 'invalid_auth', 'token_revoked', 'account_inactive']);

/** True for refusals that say that the session is over. */
export function endsSession(code: string): boolean {
  return endings.has(code);
}
