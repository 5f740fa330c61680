import { expect, it } from 'vitest';
import { believed_ms_max, knownKeys } from '../../../src/server/auth/known-keys.ts';
import type { KnownKey } from '../../../src/server/auth/known-keys.ts';
import { digestOf } from '../../../src/server/auth/secret.ts';
import type { Caller } from '../../../src/server/server.ts';

const actor = { kind: 'person', party: 'platform', tenant_id: 't', user_id: 'u' } as const;
const caller: Caller = {
  actor: { ...actor, roles: ['handler'] },
  by: 'key',
  by_id: 'k',
  scopes: ['read'],
  second_factor: true,
};

/** Keys over a store that can be changed, with a clock that is set by hand. */
function keys(expires_at: string | null = null) {
  let held: Promise<void> | null = null;
  const at = {
    clock_ms: 0,
    now: new Date('2026-03-01T00:00:00Z'),
    asked: 0,
    /** Questions from now on wait until they may go, or fail. */
    hold: () => {
      const gate = Promise.withResolvers<void>();
      held = gate.promise;
      return { go: gate.resolve, fail: () => gate.reject(new Error('lost')) };
    },
    free: () => void (held = null),
  };
  const store = new Map<string, KnownKey>([['good', { caller, expires_at }]]);
  const look = async (digest: Buffer): Promise<KnownKey | null> => {
    at.asked += 1;
    const name = [...store.keys()].find((token) => digestOf(token).equals(digest));
    const found = (name !== undefined && store.get(name)) || null;
    if (held !== null) await held;
    return found;
  };
  const gate = knownKeys(
    look,
    () => at.now,
    () => at.clock_ms,
  );
  return { at, store, gate };
}

it('a key is asked once while it is believed, and never longer than that', async () => {
  const { at, store, gate } = keys();
  const together = await Promise.all([gate.byKey('good'), gate.byKey('good')]);
  expect(together).toEqual([caller, caller]);
  at.clock_ms = believed_ms_max / 2 - 1;
  expect(await gate.byKey('good')).toEqual(caller);
  expect(at.asked).toBe(1);
  store.clear();
  at.clock_ms = believed_ms_max;
  expect(await gate.byKey('good')).toBeNull();
  expect(at.asked).toBe(2);
});

it('a key in use is asked about beside, by one of those who come, and none waits', async () => {
  const { at, store, gate } = keys();
  await gate.byKey('good');
  const held = at.hold();
  at.clock_ms = believed_ms_max / 2;
  expect(await Promise.all([gate.byKey('good'), gate.byKey('good')])).toEqual([caller, caller]);
  expect(at.asked).toBe(2);
  // What the question beside says counts from when it was asked.
  held.go();
  await new Promise(setImmediate);
  at.clock_ms = believed_ms_max - 1;
  expect(await gate.byKey('good')).toEqual(caller);
  expect(at.asked).toBe(2);
  store.clear();
  at.clock_ms = believed_ms_max;
  expect(await gate.byKey('good')).toEqual(caller);
  await new Promise(setImmediate);
  expect(await gate.byKey('good')).toBeNull();
});

it('a key is believed no longer because the question beside hangs or fails', async () => {
  for (const ends of ['hangs', 'fails'] as const) {
    const { at, store, gate } = keys();
    await gate.byKey('good');
    const held = at.hold();
    at.clock_ms = believed_ms_max - 1;
    expect(await gate.byKey('good')).toEqual(caller);
    if (ends === 'fails') held.fail();
    await new Promise(setImmediate);
    expect(await gate.byKey('good')).toEqual(caller);
    at.free();
    store.clear();
    at.clock_ms = believed_ms_max;
    expect(await gate.byKey('good')).toBeNull();
    expect(at.asked).toBe(3);
  }
});

it('a question beside that runs while rights change is not believed afterwards', async () => {
  const { at, store, gate } = keys();
  await gate.byKey('good');
  const held = at.hold();
  at.clock_ms = believed_ms_max / 2;
  await gate.byKey('good');
  gate.forget();
  at.free();
  store.clear();
  held.go();
  await new Promise(setImmediate);
  expect(await gate.byKey('good')).toBeNull();
});

it('a key is refused at once when rights may have changed', async () => {
  const { store, gate } = keys();
  expect(await gate.byKey('good')).toEqual(caller);
  store.clear();
  gate.forget();
  expect(await gate.byKey('good')).toBeNull();
});

it('a question that runs while rights change is not believed afterwards', async () => {
  const { at, store, gate } = keys();
  const before = gate.byKey('good');
  gate.forget();
  store.clear();
  expect(await before).toEqual(caller);
  expect(await gate.byKey('good')).toBeNull();
  expect(at.asked).toBe(2);
});

it('a key ends when it ends, believed or not', async () => {
  const { at, gate } = keys('2026-03-01T00:00:00.500Z');
  expect(await gate.byKey('good')).toEqual(caller);
  at.now = new Date('2026-03-01T00:00:00.500Z');
  expect(await gate.byKey('good')).toBeNull();
  expect(at.asked).toBe(1);
});

it('an unknown key, and a store that fails, are asked about again', async () => {
  const { at, store, gate } = keys();
  expect(await gate.byKey('new')).toBeNull();
  store.set('new', { caller, expires_at: null });
  expect(await gate.byKey('new')).toEqual(caller);
  expect(at.asked).toBe(2);
  let fails = true;
  const failing = knownKeys(
    async () => {
      if (fails) throw new Error('lost');
      return { caller, expires_at: null };
    },
    () => at.now,
    () => 0,
  );
  await expect(failing.byKey('k')).rejects.toThrow('lost');
  fails = false;
  expect(await failing.byKey('k')).toEqual(caller);
});
