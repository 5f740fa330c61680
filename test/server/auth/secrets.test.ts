import { parseOptions } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { PolyprismError } from '../../../src/model/issue.ts';
import { limits } from '../../../src/model/limits.ts';
import { seeded } from '../../../src/model/random.ts';
import { waitAfter } from '../../../src/server/auth/backoff.ts';
import { commonPasswords } from '../../../src/server/auth/common-passwords.ts';
import { isGuessable } from '../../../src/server/auth/guessable.ts';
import { isCommon } from '../../../src/server/auth/is-common.ts';
import { newId } from '../../../src/server/auth/new-id.ts';
import { stepOf } from '../../../src/server/auth/one-time-code.ts';
import { assertNewPassword, hashPassword, isPassword } from '../../../src/server/auth/password.ts';
import { newRecoveryCodes, recoveryCode } from '../../../src/server/auth/recovery-codes.ts';
import { seal, unseal } from '../../../src/server/auth/seal.ts';
import { newSecret } from '../../../src/server/auth/secret.ts';

function codeOf(password: string): string | null {
  try {
    assertNewPassword(password, []);
    return null;
  } catch (error) {
    return error instanceof PolyprismError ? error.issue.code : 'other';
  }
}

describe('passwords', () => {
  it('are kept as argon2id with the stated parameters', async () => {
    const hashed = await hashPassword('a');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(parseOptions(hashed)).toMatchObject({ outputLen: 32, saltLen: 16 });
    expect(await isPassword(hashed, 'a')).toBe(true);
    expect(await isPassword(hashed, 'a ')).toBe(false);
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
  });

  it('are taken at the limits of length, in characters of any script', () => {
    const { password_chars_min: min, password_chars_max: max } = limits;
    const of = (length: number): string =>
      Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join('');
    expect([min - 1, min, min + 1].map((length) => codeOf(of(length)))).toEqual([
      'auth.password_short',
      null,
      null,
    ]);
    expect([max - 1, max, max + 1].map((length) => codeOf(of(length)))).toEqual([
      null,
      null,
      'auth.password_long',
    ]);
  });

  it.each([
    'Password2026!!',
    'P@ssw0rdP@ssw0rd',
    'qwertyuiop123456',
    '1qaz2wsx3edc4rfv',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'woaini19951224woaini',
    'Admin@Shanghai2026',
    'wangwu-wangwu-2026',
    'correct horse battery staple',
  ])('%s is among what is tried first', (password) => {
    expect(isGuessable(password, ['wangwu'])).toBe(true);
  });

  it.each(['vier grüne Rüben am Dienstag', 'xK9#fQ2mBv7t', '窗外的雨下了整整三夜'])(
    '%s is not',
    (password) => {
      expect(isGuessable(password, ['wangwu'])).toBe(false);
    },
  );

  // High in every published list of leaked passwords, and made of nothing a rule would see.
  it.each(['mailcreated5240', 'Sojdlg123aljg', 'POLNIYPIZDEC0211'])(
    '%s is one of those used most',
    (password) => {
      expect(isGuessable(password, [])).toBe(false);
      expect(codeOf(password)).toBe('auth.password_guessable');
    },
  );

  it('that are used most are 5,000, and others are none of them', () => {
    const digests = Buffer.from(commonPasswords, 'base64').toString('hex').match(/.{12}/g) ?? [];
    expect(new Set(digests).size).toBe(5_000);
    expect(digests.toSorted()).toEqual(digests);
    const random = seeded(20_260_302);
    for (let i = 0; i < 10_000; i += 1) {
      expect(isCommon(`nobody has this ${random.below(2 ** 31)}`)).toBe(false);
    }
  });

  it('slow down, and never shut out', () => {
    const waits = [0, 4, 5, 6, 9, 14, 15, 1_000].map(waitAfter);
    expect(waits).toEqual([0, 0, 1, 2, 16, 512, 900, 900]);
  });
});

describe('one-time codes', () => {
  // RFC 6238, appendix B, SHA-1: the secret in base32, and the last six of the eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const at = (seconds: number): Date => new Date(seconds * 1_000);

  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('of %i s is %s', (seconds, code, step) => {
    expect(stepOf(secret, code, at(seconds), null)).toBe(step);
    expect(stepOf(secret, code, at(seconds), step - 1)).toBe(step);
    expect(stepOf(secret, code, at(seconds), step)).toBeNull();
  });

  it('are taken one step early or late, not two', () => {
    const around = [-60, -30, 0, 30, 60].map((off) =>
      stepOf(secret, '081804', at(1_111_111_109 + off), null),
    );
    expect(around.map((step) => step !== null)).toEqual([false, true, true, true, false]);
  });

  it('have ten others to recover by, typed as one likes', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
      expect(recoveryCode(code.toLowerCase().replaceAll('-', ''))).toBe(code);
    }
  });
});

describe('secrets', () => {
  it('have 256 bits', () => {
    expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32);
    expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100);
  });

  it('are unsealed for whom they belong to, unchanged', () => {
    const key = Buffer.alloc(32, 7);
    const sealed = seal(key, 'text', 'user-1');
    expect(unseal(key, sealed, 'user-1')).toBe('text');
    expect(unseal(key, sealed, 'user-2')).toBeNull();
    expect(unseal(Buffer.alloc(32, 8), sealed, 'user-1')).toBeNull();
    // By the version of how; what was sealed before there was one is read as well.
    expect(sealed.slice(0, 3)).toBe('v1.');
    expect(unseal(key, sealed.slice(3), 'user-1')).toBe('text');
    expect(unseal(key, `v2.${sealed.slice(3)}`, 'user-1')).toBeNull();
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unseal(key, changed.toString('base64url'), 'user-1')).toBeNull();
    }
    expect(unseal(key, 'short', 'user-1')).toBeNull();
  });

  it('ids come in the order of their making', () => {
    const ids = [1, 2, 1_000, 1_772_323_200_000].map((ms) => newId(new Date(ms)));
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
