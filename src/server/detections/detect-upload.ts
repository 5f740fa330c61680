import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueCodes } from '../../model/issue-codes.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { IssueCode } from '../../model/issue.ts';
import { childLines } from '../inspections/child-lines.ts';
import type { Server } from '../server.ts';
import { readUpload } from '../uploads/upload-folder.ts';
import type { UploadPlace } from '../uploads/upload-folder.ts';

/** Files looked at side by side: each takes a process, and as much memory as an inspection. */
const running_max = 2;
/** How long a request waits before it is told to ask again. */
const patience_ms = 20_000;

const running = new Map<string, Promise<string>>();

/**
 * What a file is, as JSON of a detection: worked out in a process of its own and kept beside the
 * raw files, since the same bytes under the same name are always the same. Null while it runs.
 */
export async function detectUpload(
  server: Pick<Server, 'detect_command' | 'stopping'>,
  place: UploadPlace,
  upload_id: string,
): Promise<string | null> {
  const { name, sha256 } = await readUpload(place, upload_id);
  if (sha256 === null) throw new PolyprismError('upload.unfinished', { name });
  const folder = join(place.workspace, 'detections', place.tenant_id, upload_id);
  const known = await readFile(join(folder, 'detection.json'), 'utf8').catch(() => null);
  if (known !== null) return known;
  const found = running.get(folder) ?? begin(server, { folder, name, sha256, place });
  const waited = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), patience_ms).unref();
  });
  return await Promise.race([found, waited]);
}

interface Wanted {
  readonly folder: string;
  readonly name: string;
  readonly sha256: string;
  readonly place: UploadPlace;
}

async function begin(
  server: Pick<Server, 'detect_command' | 'stopping'>,
  wanted: Wanted,
): Promise<string> {
  if (running.size >= running_max)
    throw new PolyprismError('http.too_many_requests', { wait_s: 5 });
  const work = detect(server, wanted).finally(() => running.delete(wanted.folder));
  running.set(wanted.folder, work);
  // Who asked may have gone: whoever asks next is told.
  work.catch(() => undefined);
  return await work;
}

async function detect(
  { detect_command, stopping }: Pick<Server, 'detect_command' | 'stopping'>,
  { folder, name, sha256, place }: Wanted,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  // Its name says how it is read.
  await link(join(place.workspace, 'raw', sha256), path).catch((error: unknown) => {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!there) throw error;
  });
  let detection: string | null = null;
  const told = childLines(detect_command, { inputs: [path] }, stopping, (line) => {
    detection = JSON.stringify(line['detection']);
    return Promise.resolve();
  });
  await told.catch((error: unknown) => {
    const code = error instanceof Error ? error.message : '';
    throw new PolyprismError(isIssueCode(code) ? code : 'http.internal');
  });
  if (detection === null) throw new PolyprismError('http.internal');
  // Another process may be at it as well: whoever reads finds a whole one.
  const draft = join(folder, `detection.json.${randomUUID()}`);
  await writeFile(draft, detection, { mode: 0o600 });
  await rename(draft, join(folder, 'detection.json'));
  return detection;
}

function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(issueCodes, code);
}
