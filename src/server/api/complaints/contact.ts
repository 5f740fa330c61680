import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import { readContact } from '../../complaints/contact.ts';
import { complaintsContact } from '../../contract/complaints.ts';
import { lastNumber, seenMatter } from '../matters/seen-matter.ts';
import { takeStep } from '../matters/take-step.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/** For who handles the matter; the note of it is durable before anything is unsealed. */
const contact = handle(complaintsContact)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { matter_id } = asked.params;
  await server.store.as(actor, async (tx) => {
    const { state, shown } = await seenMatter(tx, actor, matter_id);
    if (state.owner_tenant_id !== actor.tenant_id) throw new PolyprismError('http.not_found');
    const expected = lastNumber(shown);
    const { reason } = asked.body;
    const data = { text: `查看投诉人联系方式 Contact of the complainant read: ${reason}` };
    const step = { matter_id, expected, type: 'note', reason, data };
    await takeStep(server, tx, actor, step);
  });
  const found = await server.store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('status_link')
      .select('contact')
      .where('matter_id', '=', matter_id)
      .where('expires_at', '>', server.now().toISOString())
      .executeTakeFirst(),
  );
  const body = found && readContact(server.sealing_key, matter_id, found.contact);
  if (!body) throw new PolyprismError('matters.no_contact');
  return { status: 200, headers: { 'cache-control': 'no-store' }, body };
});

export const contactHandlings = [contact];
