import type { Actor } from '../../model/actor.ts';
import { PolyprismError } from '../../model/issue.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { digestOf } from '../auth/secret.ts';

/** How long a status link works, and how long it is known how to reach its holder. */
export const status_link_years = 3;

/** Who holds a status link, and the matter it is for. */
export interface StatusHolder {
  readonly actor: Actor;
  readonly matter_id: string;
}

/** The consumer somebody without an account is. */
export function consumerOf(user_id: string): Actor {
  return { kind: 'person', party: 'consumer', tenant_id: 'public', user_id, roles: [] };
}

/** Throws `auth.link_unknown` for a secret that was never given, or whose term is over. */
export async function statusHolder(store: Store, secret: string, now: Date): Promise<StatusHolder> {
  const found = await store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('status_link')
      .select(['matter_id', 'user_id'])
      .where('digest', '=', digestOf(secret))
      .where('expires_at', '>', now.toISOString())
      .executeTakeFirst(),
  );
  if (found === undefined) throw new PolyprismError('auth.link_unknown');
  return { actor: consumerOf(found.user_id), matter_id: found.matter_id };
}
