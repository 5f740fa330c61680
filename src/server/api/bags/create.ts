import { zipped } from '../../../evidence/archive/zip-writer.ts';
import { bagsCreate, bagsRead } from '../../contract/bags.ts';
import { matterBag } from '../../bags/matter-bag.ts';
import type { MatterBag } from '../../bags/matter-bag.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const read = handle(bagsRead)(async (call) => {
  const { actor } = signedIn(call);
  const { matter_id } = call.asked.params;
  return answerOf(await matterBag(call.server, actor, matter_id, undefined));
});

const create = handle(bagsCreate)(async (call) => {
  const { actor } = signedIn(call);
  const { params, body } = call.asked;
  return answerOf(await matterBag(call.server, actor, params.matter_id, body.custody));
});

function answerOf({ name, files }: MatterBag) {
  return {
    status: 200,
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}.zip"`,
      'cache-control': 'no-store',
    },
    bytes: streamOf(zipped(name, files)),
  } as const;
}

/** A stream that makes what is asked for, and stops where nobody reads on. */
function streamOf(pieces: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return();
    },
  });
}

/** Everything about bags. */
export const bagHandlings = [read, create];
