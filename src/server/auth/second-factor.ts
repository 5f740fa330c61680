import type { StoreTx } from '../../store/store.ts';
import { stepOf } from './one-time-code.ts';
import { recoveryCode } from './recovery-codes.ts';
import { unseal } from './seal.ts';
import { digestOf } from './secret.ts';

/** What came of a second factor: there is none, it was shown, not given, or wrong. */
export type FactorOutcome = 'none' | 'shown' | 'missing' | 'wrong';

/** Checks a one-time code or a recovery code; whichever was right is used up. */
export async function isSecondFactor(
  tx: StoreTx,
  sealing_key: Uint8Array,
  user_id: string,
  code: string | undefined,
  now: Date,
): Promise<FactorOutcome> {
  const totp = await tx.db
    .selectFrom('credential')
    .select(['id', 'secret', 'used_step'])
    .where('user_id', '=', user_id)
    .where('kind', '=', 'totp')
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (totp === undefined) return 'none';
  if (code === undefined) return 'missing';
  const secret = unseal(sealing_key, totp.secret, user_id);
  const step = secret === null ? null : stepOf(secret, code, now, totp.used_step);
  if (step !== null) {
    const used = { used_step: step, used_at: now.toISOString() };
    await tx.db.updateTable('credential').set(used).where('id', '=', totp.id).execute();
    return 'shown';
  }
  return (await useRecoveryCode(tx, user_id, code, now)) ? 'shown' : 'wrong';
}

async function useRecoveryCode(
  tx: StoreTx,
  user_id: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const used = await tx.db
    .updateTable('credential')
    .set({ used_at: at, revoked_at: at })
    .where('user_id', '=', user_id)
    .where('kind', '=', 'recovery')
    .where('secret', '=', digestOf(recoveryCode(code)).toString('hex'))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}
