import { PolyprismError } from '../../../model/issue.ts';
import { roles } from '../../../model/actor.ts';
import { newId } from '../../auth/new-id.ts';
import { digestOf, newSecret } from '../../auth/secret.ts';
import { keysCreate, keysList, keysRevoke } from '../../contract/keys.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const columns = [
  'id',
  'name',
  'scopes',
  'roles',
  'created_at',
  'expires_at',
  'used_at',
  'revoked_at',
] as const;

const list = handle(keysList)(async (call) => {
  const { actor } = signedIn(call);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('api_key')
      .select(columns)
      .where('tenant_id', '=', actor.tenant_id)
      .orderBy('id', 'desc')
      .limit(500)
      .execute(),
  );
  const items = rows.map((row) => ({ ...row, scopes: [...row.scopes], roles: [...row.roles] }));
  return { status: 200, body: { items } };
});

const create = handle(keysCreate)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const now = server.now();
  const wanted = roles.filter((role) => asked.body.roles.includes(role));
  if (wanted.some((role) => !actor.roles.includes(role))) {
    throw new PolyprismError('auth.roles_beyond');
  }
  const id = newId(now);
  // The id in front tells which key it is when one turns up where it should not be.
  const token = `pp_${id}_${newSecret()}`;
  const key = {
    id,
    name: asked.body.name,
    scopes: [...new Set(asked.body.scopes)],
    roles: wanted,
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + asked.body.days * 86_400_000).toISOString(),
    used_at: null,
    revoked_at: null,
  };
  const { tenant_id, user_id } = actor;
  const row = { ...key, tenant_id, user_id, digest: digestOf(token) };
  await server.store.as(actor, async ({ db }) => db.insertInto('api_key').values(row).execute());
  return { status: 201, body: { key, token } };
});

const revoke = handle(keysRevoke)(async (call) => {
  const { actor } = signedIn(call);
  const gone = await call.server.store.as(actor, async ({ db }) =>
    db
      .updateTable('api_key')
      .set({ revoked_at: call.server.now().toISOString() })
      .where('id', '=', call.asked.params.key_id)
      .where('tenant_id', '=', actor.tenant_id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  if (gone.numUpdatedRows === 0n) throw new PolyprismError('http.not_found');
  return { status: 204 };
});

export const keyHandlings = [list, create, revoke];
