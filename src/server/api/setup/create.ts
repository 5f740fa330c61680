import { PolyprismError } from '../../../model/issue.ts';
import { parties } from '../../../model/actor.ts';
import { systemActor } from '../../../store/store.ts';
import { useLink } from '../../auth/links.ts';
import { assertNewPassword, hashPassword } from '../../auth/password.ts';
import { recordSignIn } from '../../auth/record-sign-in.ts';
import { setPassword } from '../../auth/set-password.ts';
import { invitationAccept, setupCreate } from '../../contract/session.ts';
import { handle } from '../../server.ts';
import { enter, tenantOf } from '../session/enter.ts';
import { addUser } from '../users/add-user.ts';
import { addTenant } from '../tenants/add-tenant.ts';

/** The tenant that runs the installation has this setting; its administrators take in others. */
export const hosting = 'hosts_installation';

const setup = handle(setupCreate)(async ({ server, asked, request }) => {
  const { token, tenant, user, password } = asked.body;
  const { breached_passwords } = server.config;
  assertNewPassword(password, [user.login, user.name, tenant.name], breached_passwords);
  const hashed = await hashPassword(password);
  const now = server.now();
  const entered = await server.store.as(systemActor, async (tx) => {
    await useLink(tx, 'setup', token, now);
    const any = await tx.db.selectFrom('membership').select('user_id').limit(1).execute();
    if (any.length > 0) throw new PolyprismError('auth.setup_done');
    const party = parties.find((one) => one === tenant.party) ?? 'regulator';
    const tenant_id = await addTenant(tx, server.laws, { ...tenant, party }, now);
    const setting = { tenant_id, name: hosting, value: 'true' };
    await tx.db.insertInto('tenant_setting').values(setting).execute();
    const user_id = await addUser(tx, { ...user, language: 'zh' }, now);
    const row = { user_id, tenant_id, role: 'admin' } as const;
    await tx.db.insertInto('membership').values(row).execute();
    await setPassword(tx, user_id, hashed, null, now);
    const leaving = request.session_token;
    return await enter(server, { user_id, tenant_id, second_factor: false, leaving }, tx);
  });
  const who = { user_id: entered.body.user_id };
  await recordSignIn(server, request, { who, way: 'setup', second_factor: false, code: null });
  return entered;
});

const accept = handle(invitationAccept)(async ({ server, asked, request }) => {
  const now = server.now();
  const entering = await server.store.as(systemActor, async (tx) => {
    const { user_id, tenant_id } = await useLink(tx, 'invitation', asked.body.token, now);
    if (user_id === null || tenant_id === null) throw new PolyprismError('auth.link_unknown');
    const user = await tx.db
      .selectFrom('app_user')
      .select(['login', 'name'])
      .where('id', '=', user_id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (user === undefined) throw new PolyprismError('auth.link_unknown');
    // Throwing gives the link back: a password that will not do may be tried again.
    const { breached_passwords } = server.config;
    assertNewPassword(asked.body.password, [user.login ?? '', user.name], breached_passwords);
    await setPassword(tx, user_id, await hashPassword(asked.body.password), null, now);
    return { user_id, tenant_id };
  });
  const tenant_id = await tenantOf(server, entering.user_id, entering.tenant_id);
  const leaving = request.session_token;
  const { user_id } = entering;
  const session = { user_id, tenant_id, second_factor: false, leaving };
  const signed = { who: { user_id }, way: 'invitation', second_factor: false, code: null } as const;
  await recordSignIn(server, request, signed);
  return await server.store.as(systemActor, async (tx) => await enter(server, session, tx));
});

/** Ways to a first password: the first of all users, and those that are invited. */
export const settingUp = [setup, accept];
