import type { z } from '@hono/zod-openapi';
import type { Detection } from '../../../intake/detect-mapping.ts';
import { detectionsCreate } from '../../contract/detections.ts';
import { detectUpload } from '../../detections/detect-upload.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/** As detect-job.ts writes it: the mapping as the file it is corrected in. */
type Written = Omit<Detection, 'mapping'> & { readonly mapping: string };

const create = handle(detectionsCreate)(async (call) => {
  const { server, asked } = call;
  const place = { workspace: server.workspace, tenant_id: signedIn(call).actor.tenant_id };
  const text = await detectUpload(server, place, asked.params.upload_id);
  if (text === null) return { status: 202, body: { state: 'running' } };
  const { trace, ...found } = JSON.parse(text) as Written;
  const { tables, columns } = trace;
  // Its own shape, apart from what may not be changed in it: the contract checks it on the way out.
  const body = { ...found, tables, columns } as unknown as z.input<
    (typeof detectionsCreate.answers)[200]
  >;
  return { status: 200, body };
});

export const detectionHandlings = [create];
