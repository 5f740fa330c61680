import { PolyprismError } from '../../../model/issue.ts';
import { once } from '../../../store/once.ts';
import { mattersStep, stepsBulk } from '../../contract/matters.ts';
import { problemBody } from '../../http/problem.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { asData } from './as-data.ts';
import { onceFor } from './once-for.ts';
import { takeStep } from './take-step.ts';

const step = handle(mattersStep)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { type, reason = null } = asked.body;
  const { matter_id } = asked.params;
  const match = asked.headers['if-match'];
  const expected = match === undefined ? asked.body.expected : Number(match.slice(1, -1));
  if (expected === undefined) throw new PolyprismError('matters.expected_missing');
  const data = asData(asked.body.data);
  const body = await onceFor(
    server,
    actor,
    call,
    async (tx) => await takeStep(server, tx, actor, { matter_id, expected, type, reason, data }),
  );
  return { status: 201, headers: { etag: `"${body.number}"` }, body };
});

/** Each in a transaction of its own: what one is refused does not undo the others. */
const bulk = handle(stepsBulk)(async (call) => {
  const { server, asked, request } = call;
  const { actor } = signedIn(call);
  const { type, reason = null, matters } = asked.body;
  const data = asData(asked.body.data);
  const key = asked.headers['idempotency-key'];
  const items = [];
  for (const { matter_id, expected } of matters) {
    const one = { matter_id, expected, type, reason, data };
    try {
      const taken = await server.store.as(actor, async (tx) => {
        const work = async () => await takeStep(server, tx, actor, one);
        return key === undefined ? await work() : await once(tx, `${key} ${matter_id}`, one, work);
      });
      items.push({ matter_id, taken, problem: null });
    } catch (error) {
      if (!(error instanceof PolyprismError)) throw error;
      const asking = { id: request.id, accept_language: undefined };
      items.push({ matter_id, taken: null, problem: problemBody(error, asking) });
    }
  }
  return { status: 200, body: { items } };
});

export const takingSteps = [step, bulk];
