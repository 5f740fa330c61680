import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PolyprismError } from '../../model/issue.ts';
import type { Client } from '../../server/client.ts';
import { findingsList } from '../../server/contract/findings.ts';
import { inspectionsCreate } from '../../server/contract/inspections.ts';
import { jobsRead } from '../../server/contract/jobs.ts';
import { uploadsAppend, uploadsCreate } from '../../server/contract/uploads.ts';
import { done } from './done.ts';

const wait_ms = 1_000;

/** Uploads the files of a folder and has them inspected, as somebody would in the console. */
export async function inspectFolder(
  call: Client,
  folder: string,
  asked: { readonly title: string; readonly packs: string[] },
  signal: AbortSignal,
): Promise<string> {
  const uploads: string[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    uploads.push(await upload(call, join(folder, name)));
  }
  const inspection = done(await call(inspectionsCreate, { body: { ...asked, uploads } }));
  for (;;) {
    const job = done(await call(jobsRead, { params: { job_id: inspection.job_id } }));
    if (job.state === 'done') return inspection.id;
    if (job.state === 'failed' || job.state === 'cancelled') {
      throw new PolyprismError('cli.demo_refused', { why: job.code ?? job.state });
    }
    await sleep(wait_ms, undefined, { signal });
  }
}

async function upload(call: Client, file: string): Promise<string> {
  const bytes = new Uint8Array(await readFile(file));
  const named = { name: basename(file), size_bytes: bytes.length };
  const { id } = done(await call(uploadsCreate, { body: named }));
  const part = { params: { upload_id: id }, headers: { 'upload-offset': 0 }, body: bytes };
  done(await call(uploadsAppend, part));
  return id;
}

/** Ids of what an inspection found, at one operator or at all, by provision. */
export async function findingsBy(
  call: Client,
  inspection_id: string,
  operator_id?: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const by = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    const query = { inspection_id, operator_id, limit: 200, cursor };
    const page = done(await call(findingsList, { query }));
    for (const { provision, finding_id } of page.items) {
      by.set(provision, [...(by.get(provision) ?? []), finding_id]);
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return by;
}
