import type { StoreTx } from '../../store/store.ts';
import type { ServerConfig } from '../config.ts';
import { behindTls, cookieName } from '../config.ts';
import { session_ms_max } from './gate.ts';
import { digestOf, newSecret } from './secret.ts';

/** What a new session is for. */
export interface Opening {
  readonly user_id: string;
  readonly tenant_id: string;
  readonly second_factor: boolean;
  /** The session that is left by signing in: a token is never taken over. */
  readonly leaving: string | null;
  /** When it was last shown who this is; now, where nothing is said. */
  readonly confirmed_at?: string | null;
  readonly now: Date;
}

/** A new session; returns its token, which is kept nowhere. */
export async function openSession(tx: StoreTx, opening: Opening): Promise<string> {
  const { user_id, tenant_id, second_factor, leaving, now } = opening;
  const { confirmed_at = now.toISOString() } = opening;
  if (leaving !== null) await endSession(tx, leaving, now);
  const token = newSecret();
  const at = now.toISOString();
  await tx.db
    .insertInto('session')
    .values({
      digest: digestOf(token),
      user_id,
      tenant_id,
      created_at: at,
      seen_at: at,
      expires_at: new Date(now.getTime() + session_ms_max).toISOString(),
      second_factor_at: second_factor ? at : null,
      confirmed_at,
    })
    .execute();
  return token;
}

export async function endSession(tx: StoreTx, token: string, now: Date): Promise<void> {
  await tx.db
    .updateTable('session')
    .set({ revoked_at: now.toISOString() })
    .where('digest', '=', digestOf(token))
    .where('revoked_at', 'is', null)
    .execute();
}

/** The header that gives a browser its session: out of reach of scripts and of other sites. */
export function sessionCookie(config: ServerConfig, token: string): Record<string, string> {
  const secure = behindTls(config) ? '; Secure' : '';
  const age = token === '' ? 0 : session_ms_max / 1_000;
  const value = `${cookieName(config)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}`;
  return { 'set-cookie': `${value}${secure}` };
}
