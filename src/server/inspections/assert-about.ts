import { PolyprismError } from '../../model/issue.ts';
import type { RouteShape } from '../contract/route.ts';
import type { Call } from '../server.ts';
import { signedIn } from '../signed-in.ts';

/** Only a platform one's tenant has a confirmed affiliation with is named in an inspection. */
export async function assertAbout<R extends RouteShape>(
  call: Call<R>,
  platform_id: string,
): Promise<void> {
  const { actor } = signedIn(call);
  const found = await call.server.store.as(actor, async ({ db }) => {
    const by = actor.tenant_id;
    const supervised = db
      .selectFrom('jurisdiction')
      .select('id')
      .where('regulator_id', '=', by)
      .where('platform_id', '=', platform_id)
      .where('status', '=', 'confirmed');
    const member = db
      .selectFrom('association_member')
      .select('id')
      .where('association_id', '=', by)
      .where('member_id', '=', platform_id)
      .where('status', '=', 'confirmed');
    return await supervised.union(member).execute();
  });
  if (found.length === 0) throw new PolyprismError('affiliation.platform_unknown');
}
