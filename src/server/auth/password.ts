import { hash, verify } from '@node-rs/argon2';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { isGuessable } from './guessable.ts';
import { isBreached } from './is-breached.ts';
import { isCommon } from './is-common.ts';

/** argon2id (the default kind), 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

export async function hashPassword(password: string): Promise<string> {
  return await hash(password, parameters);
}

/** Of a password nobody has: checked against where there is no user, so that both take as long. */
const nobody = hash('nobody has this password', parameters);

/** Is it the password? Takes as long where there is none (`hashed` null). */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  const right = await verify(hashed ?? (await nobody), password);
  return hashed !== null && right;
}

/**
 * Throws where a new password will not do: too short or too long, made of what is tried first, or
 * one of those that are used most, or in the file of those that leaked.
 * Nothing is asked of its composition (NIST SP 800-63B-4, 3.1.1.2).
 */
export function assertNewPassword(
  password: string,
  known: readonly string[],
  breached: string | null = null,
): void {
  const length = [...password].length;
  const { password_chars_min, password_chars_max } = limits;
  if (length < password_chars_min) {
    throw new PolyprismError('auth.password_short', { least: password_chars_min });
  }
  if (length > password_chars_max) {
    throw new PolyprismError('auth.password_long', { most: password_chars_max });
  }
  const tried = isCommon(password) || isGuessable(password, known);
  if (tried || (breached !== null && isBreached(breached, password)))
    throw new PolyprismError('auth.password_guessable');
}
