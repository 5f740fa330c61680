import { newId } from '../../auth/new-id.ts';
import * as contract from '../../contract/uploads.ts';
import type { RouteShape } from '../../contract/route.ts';
import { handle } from '../../server.ts';
import type { Call } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { appendTo, beginUpload, dropUpload, readUpload } from '../../uploads/upload-folder.ts';
import type { UploadPlace } from '../../uploads/upload-folder.ts';

function placeOf<R extends RouteShape>(call: Call<R>): UploadPlace {
  return { workspace: call.server.workspace, tenant_id: signedIn(call).actor.tenant_id };
}

const create = handle(contract.uploadsCreate)(async (call) => {
  const now = call.server.now();
  const note = { id: newId(now), ...call.asked.body, created_at: now.toISOString(), sha256: null };
  return { status: 201, body: await beginUpload(placeOf(call), note) };
});

const append = handle(contract.uploadsAppend)(async (call) => {
  const { params, headers, body } = call.asked;
  const upload = await appendTo(placeOf(call), params.upload_id, headers['upload-offset'], body);
  return {
    status: 200,
    headers: { 'upload-offset': String(upload.received_bytes) },
    body: upload,
  };
});

const read = handle(contract.uploadsRead)(async (call) => ({
  status: 200,
  body: await readUpload(placeOf(call), call.asked.params.upload_id),
}));

const drop = handle(contract.uploadsDelete)(async (call) => {
  await dropUpload(placeOf(call), call.asked.params.upload_id);
  return { status: 204 };
});

export const uploadHandlings = [create, append, read, drop];
