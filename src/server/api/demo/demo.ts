import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import { recordSignIn } from '../../auth/record-sign-in.ts';
import { demoEnter, demoFaces } from '../../contract/demo.ts';
import { handle } from '../../server.ts';
import { enter } from '../session/enter.ts';

const faces = handle(demoFaces)(async ({ server }) => ({
  status: 200,
  body: {
    items: server.config.demo.map(({ user_id, name, party, tenant, roles }) => ({
      user_id,
      name,
      party,
      tenant,
      roles: [...roles],
    })),
  },
}));

const byDemo = handle(demoEnter)(async ({ server, asked, request }) => {
  const face = server.config.demo.find(({ user_id }) => user_id === asked.body.user_id);
  if (face === undefined) throw new PolyprismError('http.not_found');
  const { user_id, tenant_id } = face;
  const leaving = request.session_token;
  const session = { user_id, tenant_id, second_factor: false, leaving };
  const who = { user_id };
  await recordSignIn(server, request, { who, way: 'link', second_factor: false, code: null });
  return await server.store.as(systemActor, async (tx) => await enter(server, session, tx));
});

/** The faces of a demonstration. */
export const demoHandlings = [faces, byDemo];
