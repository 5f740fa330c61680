import { newId } from '../../auth/new-id.ts';
import * as contract from '../../contract/uploads.ts';
import type { RouteShape } from '../../contract/route.ts';
import { keepSent } from '../../files/keep-sent.ts';
import { handle } from '../../server.ts';
import type { Call } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { freeDisk, rawThing, reserveDisk, setDisk } from '../../../store/disk/disk-use.ts';
import type { DiskThing } from '../../../store/disk/disk-use.ts';
import { inTurn } from '../../../store/disk/in-turn.ts';
import { systemActor } from '../../../store/store.ts';
import { appendTo, beginUpload, dropUpload, readUpload } from '../../uploads/upload-folder.ts';
import type { UploadPlace } from '../../uploads/upload-folder.ts';

function placeOf<R extends RouteShape>(call: Call<R>): UploadPlace {
  return { workspace: call.server.workspace, tenant_id: signedIn(call).actor.tenant_id };
}

function thingOf<R extends RouteShape>(call: Call<R>, id: string): DiskThing {
  return { tenant_id: signedIn(call).actor.tenant_id, kind: 'upload', id };
}

const create = handle(contract.uploadsCreate)(async (call) => {
  const { store, now, config } = call.server;
  const at = now();
  const { name, size_bytes } = call.asked.body;
  const note = { id: newId(at), name, size_bytes, created_at: at.toISOString(), sha256: null };
  const most = config.tenant_disk_bytes_max;
  const body = await store.as(systemActor, async (tx) => {
    await reserveDisk(tx, thingOf(call, note.id), size_bytes, most);
    return await beginUpload(placeOf(call), note);
  });
  return { status: 201, body };
});

const append = handle(contract.uploadsAppend)(async (call) => {
  const { params, headers, body } = call.asked;
  const { upload_id: id } = params;
  // Of another tenant, or none: nothing is noted of it.
  await readUpload(placeOf(call), id);
  const upload = await inTurn(
    call.server.store,
    thingOf(call, id),
    call.request.id,
    async (stillMine) =>
      await appendTo(placeOf(call), id, headers['upload-offset'], body, stillMine),
  );
  const { name, size_bytes: bytes, sha256 } = upload;
  if (sha256 !== null) await keepSent(call.server, signedIn(call).actor, [{ name, bytes, sha256 }]);
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
  const { store } = call.server;
  const { upload_id: id } = call.asked.params;
  await readUpload(placeOf(call), id);
  await inTurn(store, thingOf(call, id), call.request.id, async () => {
    const { sha256, size_bytes } = await dropUpload(placeOf(call), id);
    const { tenant_id } = signedIn(call).actor;
    await store.as(systemActor, async (tx) => {
      await freeDisk(tx, thingOf(call, id));
      // What came whole is a raw file and stays on the disk, whatever becomes of its upload.
      if (sha256 !== null) await setDisk(tx, rawThing(tenant_id, sha256), size_bytes);
    });
  });
  return { status: 204 };
});

export const uploadHandlings = [create, append, read, drop];
