import { newPack } from '../../src/packs/skeleton/new-pack.ts';
import { draftsCreate } from '../../src/server/contract/drafts.ts';
import { publishersDecide, publishersList } from '../../src/server/contract/editions.ts';
import * as proposals from '../../src/server/contract/proposals.ts';
import type { Asked } from '../../src/server/contract/route.ts';
import type { Client } from '../../src/server/client.ts';
import { addPerson } from './api-server.ts';
import type { ApiServer } from './api-server.ts';

type Answered<T> = { ok: true; body: T } | { ok: false; problem: { code: string } };
type Step = Asked<typeof proposals.proposalsStep>['body']['step'];

const day_s = 86_400;
/** Out for comment on one day, submitted on the day after the last. */
const comment_days = 31;

function good<T>(answer: Answered<T>): T {
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.body;
}

/**
 * The skeleton of a pack (a refund is due within seven days) published as a standard of an
 * association, by the whole way from draft to signature; `more`: further files of it. Moves the
 * clock by a month.
 */
export async function publishedEdition(
  api: ApiServer,
  tenant_id: string,
  standard: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly edition_id: string; readonly proposal_id: string }> {
  const as = async (user: string): Promise<Client> =>
    api.client(
      (await addPerson(api, `${tenant_id}-${user}`, tenant_id, ['handler', 'approver'])).headers,
    );
  const publisher = `机构 ${tenant_id}`;
  const all = [...newPack({ id: standard, publisher }), ...Object.entries(more)];
  const files = all.map(([name, text]) => ({ name, text }));
  let author = await as('author');
  const { draft_id } = good(await author(draftsCreate, { body: { title: '规范', files } }));
  const params = { draft_id };
  const body = { revision: 1, reason: '理由' };
  const { id: proposal_id } = good(await author(proposals.proposalsCreate, { params, body }));
  const step = async (by: Client, expected: number, taken: Step): Promise<void> =>
    void good(
      await by(proposals.proposalsStep, {
        params: { proposal_id },
        body: { expected, reason: '理由', step: taken },
      }),
    );
  const until = new Date(api.now().getTime() + (comment_days - 1) * day_s * 1_000);
  await step(author, 1, { type: 'open', until: until.toISOString().slice(0, 10) });
  api.wait(comment_days * day_s);
  // Sessions end long before that.
  author = await as('author');
  const approver = await as('approver');
  await step(author, 2, { type: 'submit' });
  await step(approver, 3, { type: 'approve' });
  const published = await approver(proposals.proposalsPublish, {
    params: { proposal_id },
    body: { expected: 4 },
  });
  return { edition_id: good(published).id, proposal_id };
}

/** A tenant's decision on a publisher, with the key it has. */
export async function decideTrust(by: Client, publisher_id: string, trusted: boolean) {
  const { items } = good(await by(publishersList, {}));
  const public_key = items.find(({ id }) => id === publisher_id)?.public_key ?? '';
  const body = { trusted, public_key, reason: '理由' };
  good(await by(publishersDecide, { params: { publisher_id }, body }));
}
