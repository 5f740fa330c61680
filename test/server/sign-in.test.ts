import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as session from '../../src/server/contract/session.ts';
import {
  usersCreate,
  usersList,
  usersSignOut,
  usersUpdate,
} from '../../src/server/contract/users.ts';
import { apiServer, browser, tokenOf } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

let api: ApiServer;
const login = 'Head@Example.org';
const password = 'vier grüne Rüben am Dienstag';
let admin = '';

beforeAll(async () => {
  api = await apiServer();
});
afterAll(async () => await api.end());

async function signIn(given: Partial<{ login: string; password: string; code: string }> = {}) {
  return await api.client()(session.sessionCreate, { body: { login, password, ...given } });
}

function codeOf(answer: { ok: boolean; problem?: { code: string } }): string | undefined {
  return answer.problem?.code;
}

function totpAt(secret: string): string {
  return new TOTP({ secret }).generate({ timestamp: api.now().getTime() });
}

describe('the first user', () => {
  const wanted = (token: string) => ({
    body: {
      token,
      tenant: {
        name: '某市市场监督管理局',
        party: 'regulator' as const,
        time_zone: 'Asia/Shanghai',
      },
      user: { name: '王五', login },
      password,
    },
  });

  it('comes by the link that the start printed, once', async () => {
    const call = api.client();
    expect(codeOf(await call(session.setupCreate, wanted('A'.repeat(43))))).toBe(
      'auth.link_unknown',
    );
    const weak = wanted(api.setup ?? '');
    const guessable = { ...weak, body: { ...weak.body, password: 'Password2026!!' } };
    expect(codeOf(await call(session.setupCreate, guessable))).toBe('auth.password_guessable');
    const tenant = { ...weak.body.tenant, jurisdiction: 'atlantis' };
    const nowhere = await call(session.setupCreate, { body: { ...weak.body, tenant } });
    expect(nowhere.ok ? null : nowhere.problem).toMatchObject({
      code: 'auth.jurisdiction_unknown',
      en: expect.stringContaining('there is that of cn, eu, in, us.'),
    });
    const first = await call(session.setupCreate, wanted(api.setup ?? ''));
    expect(first.ok && first.body.roles).toEqual(['admin']);
    admin = tokenOf(first.response);
    expect(codeOf(await call(session.setupCreate, wanted(api.setup ?? '')))).toBe(
      'auth.link_unknown',
    );
  });

  it('has a cookie out of reach of scripts and other sites', async () => {
    const answer = await signIn();
    expect(answer.response.headers.get('set-cookie')).toMatch(
      /^polyprism_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
  });

  it('must show a second factor before anything but its own account', async () => {
    const call = api.client(browser(api, admin));
    const before = await call(usersList, { query: {} });
    expect(codeOf(before)).toBe('auth.second_factor_required');
    const begun = await call(session.secondFactorBegin, { body: { password } });
    if (!begun.ok) throw new Error(begun.problem.en);
    const { sealed, secret, address } = begun.body;
    expect(address).toMatch(/^otpauth:\/\/totp\/Polyprism:/);
    const wrong = await call(session.secondFactorConfirm, { body: { sealed, code: '000000' } });
    expect(codeOf(wrong)).toBe('auth.second_factor_wrong');
    const code = totpAt(secret);
    const done = await call(session.secondFactorConfirm, { body: { sealed, code } });
    expect(done.ok && done.body.recovery_codes.length).toBe(10);
    expect((await call(usersList, { query: {} })).ok).toBe(true);

    expect(codeOf(await signIn())).toBe('auth.second_factor_needed');
    // The code that set it up was used by that.
    expect(codeOf(await signIn({ code }))).toBe('auth.second_factor_wrong');
    api.wait(60);
    const again = await signIn({ code: totpAt(secret) });
    expect(again.ok && again.body.second_factor).toBe(true);
    const spare = done.ok ? (done.body.recovery_codes[0] ?? '') : '';
    expect((await signIn({ code: spare.toLowerCase().replaceAll('-', ' ') })).ok).toBe(true);
    expect(codeOf(await signIn({ code: spare }))).toBe('auth.second_factor_wrong');
    const off = { password, code: done.ok ? (done.body.recovery_codes[1] ?? '') : '' };
    expect((await call(session.secondFactorDelete, { body: off })).ok).toBe(true);
    expect((await signIn()).ok).toBe(true);
  });
});

describe('signing in', () => {
  it('tells an unknown login and a wrong password apart by nothing', async () => {
    const wrong = await signIn({ password: 'not it, not it' });
    const unknown = await signIn({ login: 'nobody@example.org' });
    const told = (answer: typeof wrong) =>
      answer.ok ? null : { ...answer.problem, request_id: null };
    expect(told(wrong)).toEqual(told(unknown));
    expect(codeOf(wrong)).toBe('auth.wrong');
  });

  it('is slowed after five failures, known login or unknown, and recovers', async () => {
    for (const who of [login, 'nosigningIn@example.org']) {
      const codes: (string | undefined)[] = [];
      for (let i = 0; i < 7; i += 1) {
        codes.push(codeOf(await signIn({ login: who, password: 'not it, not it' })));
      }
      expect(codes.at(-1)).toBe('auth.wait');
      expect(codes[0]).toBe('auth.wrong');
    }
    expect(codeOf(await signIn())).toBe('auth.wait');
    api.wait(900);
    expect((await signIn()).ok).toBe(true);
    expect(codeOf(await signIn({ password: 'not it, not it' }))).toBe('auth.wrong');
  });

  it('gives a new token each time, and ends the session it left', async () => {
    const first = await signIn();
    const old = tokenOf(first.response);
    const headers = browser(api, old);
    const next = await api.client(headers)(session.sessionCreate, { body: { login, password } });
    expect(tokenOf(next.response)).not.toBe(old);
    expect(codeOf(await api.client(headers)(session.sessionRead, {}))).toBe('auth.needed');
  });

  it('is refused to other sites', async () => {
    const foreign = { origin: 'https://evil.test' };
    const answer = await api.client(foreign)(session.sessionCreate, { body: { login, password } });
    expect(codeOf(answer)).toBe('auth.wrong_origin');
    const { token } = { token: tokenOf((await signIn()).response) };
    const bare = { cookie: `polyprism_session=${token}` };
    expect(codeOf(await api.client(bare)(session.sessionDelete, {}))).toBe('auth.wrong_origin');
    expect((await api.client(bare)(session.sessionRead, {})).ok).toBe(true);
  });
});

describe('a session', () => {
  it('is over when left, when unused for two hours, after twelve hours', async () => {
    const left = browser(api, tokenOf((await signIn()).response));
    const over = await api.client(left)(session.sessionDelete, {});
    expect(over.response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(codeOf(await api.client(left)(session.sessionRead, {}))).toBe('auth.needed');

    const idle = browser(api, tokenOf((await signIn()).response));
    api.wait(2 * 3_600 - 5);
    expect((await api.client(idle)(session.sessionRead, {})).ok).toBe(true);
    api.wait(2 * 3_600 + 5);
    expect(codeOf(await api.client(idle)(session.sessionRead, {}))).toBe('auth.needed');

    const long = browser(api, tokenOf((await signIn()).response));
    const seen: boolean[] = [];
    for (let hours = 1; hours <= 13; hours += 1) {
      api.wait(3_600);
      seen.push((await api.client(long)(session.sessionRead, {})).ok);
    }
    expect(seen).toEqual([...Array<boolean>(11).fill(true), false, false]);
  });

  it('is listed, and ended from elsewhere', async () => {
    const here = browser(api, tokenOf((await signIn()).response));
    const there = browser(api, tokenOf((await signIn()).response));
    const list = await api.client(here)(session.sessionsList, {});
    if (!list.ok) throw new Error(list.problem.en);
    const other = list.body.items.find((item) => !item.current)?.id ?? '';
    expect(list.body.items.filter((item) => item.current)).toHaveLength(1);
    const params = { session_id: other };
    expect((await api.client(here)(session.sessionsRevoke, { params })).ok).toBe(true);
    expect(codeOf(await api.client(there)(session.sessionRead, {}))).toBe('auth.needed');
    expect(codeOf(await api.client(here)(session.sessionsRevoke, { params }))).toBe(
      'http.not_found',
    );
  });

  it('of others ends when the password is changed', async () => {
    const here = browser(api, tokenOf((await signIn()).response));
    const there = browser(api, tokenOf((await signIn()).response));
    const next = 'sieben blaue Ziegel im Regen';
    const short = { current: password, new: 'zu kurz' };
    const change = session.passwordChange;
    expect(codeOf(await api.client(here)(change, { body: short }))).toBe('auth.password_short');
    const body = { current: password, new: next };
    expect((await api.client(here)(change, { body })).ok).toBe(true);
    expect((await api.client(here)(session.sessionRead, {})).ok).toBe(true);
    expect(codeOf(await api.client(there)(session.sessionRead, {}))).toBe('auth.needed');
    expect(codeOf(await signIn())).toBe('auth.wrong');
    const back = { current: next, new: password };
    expect((await api.client(here)(change, { body: back })).ok).toBe(true);
  });
});

describe('what is kept', () => {
  it('and logged holds no password, token, code, login or name', async () => {
    for (const text of [password, login.toLowerCase(), '王五', admin, 'example.org']) {
      expect(api.log()).not.toContain(text);
    }
    expect(api.log()).toContain('"route":"session.create"');
  });
});

describe('users', () => {
  it('are invited, set their password once, and are out as soon as they are disabled', async () => {
    const open = await apiServer({ second_factor: 'offered' });
    try {
      const tenant = { name: '某平台', party: 'platform' as const, time_zone: 'Asia/Shanghai' };
      const user = { name: '赵六', login: 'boss@example.org' };
      const body = { token: open.setup ?? '', tenant, user, password };
      const first = await open.client()(session.setupCreate, { body });
      const boss = open.client(browser(open, tokenOf(first.response)));
      const invite = { login: 'new@example.org', name: '钱七', roles: ['reader' as const] };
      const made = await boss(usersCreate, { body: invite });
      if (!made.ok) throw new Error(made.problem.en);
      expect(codeOf(await boss(usersCreate, { body: invite }))).toBe('auth.login_taken');
      const token = made.body.invitation ?? '';
      const accept = { body: { token, password: 'drei müde Kraniche auf Reisen' } };
      const inside = await open.client()(session.invitationAccept, accept);
      expect(inside.ok && inside.body.roles).toEqual(['reader']);
      expect(codeOf(await open.client()(session.invitationAccept, accept))).toBe(
        'auth.link_unknown',
      );
      const own = open.client(browser(open, tokenOf(inside.response)));
      expect((await own(usersList, { query: {} })).ok).toBe(true);
      const params = { user_id: made.body.user.id };
      expect((await boss(usersSignOut, { params })).status).toBe(204);
      expect(codeOf(await own(session.sessionRead, {}))).toBe('auth.needed');
      const signingIn = { login: invite.login, password: accept.body.password };
      const back = await open.client()(session.sessionCreate, { body: signingIn });
      const again = open.client(browser(open, tokenOf(back.response)));
      expect((await again(session.sessionRead, {})).ok).toBe(true);
      expect((await boss(usersUpdate, { params, body: { disabled: true } })).ok).toBe(true);
      expect(codeOf(await again(session.sessionRead, {}))).toBe('auth.needed');
      const me = first.ok ? first.body.user_id : '';
      const last = await boss(usersUpdate, { params: { user_id: me }, body: { disabled: true } });
      expect(codeOf(last)).toBe('auth.last_admin');
    } finally {
      await open.end();
    }
  });
});
