import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import type { StillMine } from '../../store/disk/in-turn.ts';
import { keepRaw } from '../../store/files/raw-file.ts';

/** What is known of an upload; how much is there is the length of its file. */
export interface UploadNote {
  readonly id: string;
  readonly name: string;
  readonly size_bytes: number;
  readonly created_at: string;
  /** Of the whole; null until all is there. */
  readonly sha256: string | null;
}

export interface Upload extends UploadNote {
  readonly received_bytes: number;
}

/** Folders of one tenant in the workspace: nothing of another tenant can be named from here. */
export interface UploadPlace {
  readonly workspace: string;
  readonly tenant_id: string;
}

function folderOf({ workspace, tenant_id }: UploadPlace, id: string): string {
  return join(workspace, 'uploads', tenant_id, id);
}

export async function beginUpload(place: UploadPlace, note: UploadNote): Promise<Upload> {
  const folder = folderOf(place, note.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'part'), '', { mode: 0o600 });
  await writeNote(folder, note);
  return { ...note, received_bytes: 0 };
}

export async function readUpload(place: UploadPlace, id: string): Promise<Upload> {
  const folder = folderOf(place, id);
  const text = await readFile(join(folder, 'note.json'), 'utf8').catch(() => null);
  if (text === null) throw new PolyprismError('http.not_found');
  // Written by writeNote below and by nobody else.
  const note = JSON.parse(text) as UploadNote;
  const part = await stat(join(folder, 'part')).catch(() => null);
  return { ...note, received_bytes: part?.size ?? note.size_bytes };
}

/**
 * Appends to an upload from an offset, which must be where it ends so far; its turn must be one's
 * own (`inTurn`), as two writers of one would mix their bytes. What was written before a connection
 * broke stays. When all is there its digest is taken, and it becomes a raw file.
 */
export async function appendTo(
  place: UploadPlace,
  id: string,
  offset: number,
  bytes: ReadableStream<Uint8Array> | null,
  stillMine: StillMine,
): Promise<Upload> {
  const folder = folderOf(place, id);
  const upload = await readUpload(place, id);
  if (upload.sha256 !== null || upload.received_bytes !== offset) {
    throw new PolyprismError('upload.wrong_offset', { offset: upload.received_bytes });
  }
  const part = join(folder, 'part');
  const size = await write(part, offset, upload.size_bytes, bytes, stillMine);
  if (size < upload.size_bytes) return { ...upload, received_bytes: size };
  const sha256 = await digestOfFile(part);
  if (!stillMine()) throw new PolyprismError('upload.busy');
  await keepRaw(join(place.workspace, 'raw'), part, sha256);
  await writeNote(folder, { ...noteOf(upload), sha256 });
  return { ...upload, received_bytes: size, sha256 };
}

async function write(
  path: string,
  offset: number,
  size_bytes: number,
  bytes: ReadableStream<Uint8Array> | null,
  stillMine: StillMine,
): Promise<number> {
  const file = await open(path, 'r+');
  let at = offset;
  try {
    for await (const part of bytes ?? []) {
      if (at + part.byteLength > size_bytes) {
        throw new PolyprismError('upload.too_long', { size_bytes });
      }
      if (!stillMine()) throw new PolyprismError('upload.busy');
      await file.write(part, 0, part.byteLength, at);
      at += part.byteLength;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return at;
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(part);
  }
  return hash.digest('hex');
}

/** Gives the upload as it was. */
export async function dropUpload(place: UploadPlace, id: string): Promise<Upload> {
  const upload = await readUpload(place, id);
  await rm(folderOf(place, upload.id), { recursive: true });
  return upload;
}

function noteOf({ id, name, size_bytes, created_at, sha256 }: Upload): UploadNote {
  return { id, name, size_bytes, created_at, sha256 };
}

async function writeNote(folder: string, note: UploadNote): Promise<void> {
  const path = join(folder, 'note.json');
  await writeFile(`${path}.new`, JSON.stringify(note), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Digests of all that a tenant has sent whole. */
export async function uploadedDigests(place: UploadPlace): Promise<ReadonlySet<string>> {
  const ids = await readdir(folderOf(place, '')).catch(() => []);
  const digests = new Set<string>();
  for (const id of ids) {
    const upload = await readUpload(place, id).catch(() => null);
    if (upload !== null && upload.sha256 !== null) digests.add(upload.sha256);
  }
  return digests;
}
