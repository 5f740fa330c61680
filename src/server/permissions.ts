import type { Party, Role } from '../model/actor.ts';

/** Who may call a route. */
export interface Access {
  /** `anyone`: without signing in. `signed_in`: any user, about itself. `roles`: see `allow`. */
  readonly who: 'anyone' | 'signed_in' | 'roles';
  /** Roles by party; read when `who` is `roles`. A user needs one of them in the acting tenant. */
  readonly allow: Readonly<Partial<Record<Party, readonly Role[]>>>;
  /** Whose objects: nobody's, the user's own, those of the acting tenant, or a matter's parties. */
  readonly objects: 'none' | 'self' | 'tenant' | 'matter' | 'installation';
  /** The scope an API key needs; null where no key is taken. */
  readonly scope: string | null;
}

/**
 * Route → who may. Whatever is not here is refused, and a route without a row fails a test. Over
 * whose objects is checked a second time by the database itself (row level security).
 */
export const permissions: Readonly<Record<string, Access>> = {
  'health.read': anyone(),
  'readiness.read': anyone(),
  'metrics.read': anyone(),
  'contract.read': anyone(),
};

function anyone(): Access {
  return { who: 'anyone', allow: {}, objects: 'none', scope: null };
}
