import { expect, test } from 'vitest';
import type { Outcome } from '../protocol/api';
import { SignInGate } from './signInGate';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const refused = (code: string) => ({ kind: 'refused', code, body: {} }) as const;

function gate(code: string) {
  const asked: string[] = [];
  const server = { code, user: 'U1' };
  const call = <T>(method: string): Promise<Outcome<T>> => {
    asked.push(method);
    if (method === 'client.signIn') {
      if (server.user === '') return Promise.resolve(refused('invalid_credentials'));
      server.code = server.user === 'U1' ? '' : server.code;
      return Promise.resolve({ kind: 'ok', answer: { user: server.user } as T });
    }
    return Promise.resolve(
      server.code === '' ? { kind: 'ok', answer: { method } as T } : refused(server.code),
    );
  };
  return { asked, server, gate: new SignInGate({ call, user: 'U1', team: 'T1' }) };
}

test.each(['token_expired', 'not_authed'])(
  'after %s calls wait and are made again',
  async (code) => {
    const page = gate(code);
    const outcomes = ['a', 'b'].map((method) => page.gate.call(method));
    await settled();
    expect(page.gate.shut.getState()).toBe(true);

    expect((await page.gate.signIn('a@b.test', 'x')).kind).toBe('ok');
    expect(page.gate.shut.getState()).toBe(false);
    expect(await Promise.all(outcomes)).toEqual(
      ['a', 'b'].map((method) => ({ kind: 'ok', answer: { method } })),
    );
    expect(page.asked).toEqual(['a', 'b', 'client.signIn', 'a', 'b']);
  },
);

test('a session that somebody ended is told at once', async () => {
  const page = gate('invalid_auth');
  expect(await page.gate.call('a')).toMatchObject({ code: 'invalid_auth' });
  expect(page.gate.shut.getState()).toBe(false);
});

test('as somebody else, or with a wrong password, nothing gets through', async () => {
  const page = gate('token_expired');
  const outcome = page.gate.call('a');
  await settled();
  page.server.user = '';
  expect(await page.gate.signIn('a@b.test', 'x')).toMatchObject({ code: 'invalid_credentials' });
  page.server.user = 'U2';
  expect(await page.gate.signIn('b@b.test', 'x')).toEqual({ kind: 'other' });
  await settled();
  expect(page.gate.shut.getState()).toBe(true);
  expect(page.asked.filter((method) => method === 'a')).toHaveLength(1);

  page.gate.leave();
  expect(await outcome).toMatchObject({ code: 'token_expired' });
  expect(await page.gate.call('b')).toMatchObject({ code: 'token_expired' });
});

test('another tab may have signed in: what waits is tried again, and waits on if not', async () => {
  const page = gate('token_expired');
  const outcome = page.gate.call('a');
  await settled();
  const seen: boolean[] = [];
  page.gate.shut.subscribe((shut) => seen.push(shut));
  page.gate.again();
  await settled();
  expect(page.gate.shut.getState()).toBe(true);
  expect(seen, 'what is typed into the dialog stays').not.toContain(false);
  page.server.code = '';
  page.gate.again();
  expect((await outcome).kind).toBe('ok');
  expect(page.gate.shut.getState()).toBe(false);
});
