import type { Client } from '../../src/server/client.ts';
import { inspectionsCreate } from '../../src/server/contract/inspections.ts';
import { jobsEvents } from '../../src/server/contract/jobs.ts';
import { uploadsAppend, uploadsCreate } from '../../src/server/contract/uploads.ts';

/** The smallest pack there is, and a day. */
const wanted = { packs: ['association-group-buying'], as_of: '2026-06-30' };

/** Sends a text as a file; id of the upload. */
export async function uploadedText(client: Client, name: string, text: string): Promise<string> {
  const bytes = Uint8Array.from(Buffer.from(text));
  const begun = await client(uploadsCreate, { body: { name, size_bytes: bytes.length } });
  if (!begun.ok) throw new Error(begun.problem.code);
  const upload_id = begun.body.id;
  const headers = { 'upload-offset': 0 };
  const sent = await client(uploadsAppend, { params: { upload_id }, headers, body: bytes });
  if (!sent.ok) throw new Error(sent.problem.code);
  return upload_id;
}

/** Orders an inspection of an upload, by published standards as well where they are named. */
export async function orderedOf(client: Client, upload_id: string, standards?: string[]) {
  const uses = standards === undefined ? {} : { standards };
  const body = { title: 'a', uploads: [upload_id], ...wanted, ...uses };
  return await client(inspectionsCreate, { body });
}

/** The same to its end. */
export async function inspectedUpload(client: Client, upload_id: string) {
  const made = await orderedOf(client, upload_id);
  if (!made.ok) throw new Error(made.problem.code);
  const params = { job_id: made.body.job_id };
  const answer = await client(jobsEvents, { params, headers: { 'last-event-id': 0 } });
  if (!answer.ok) throw new Error(answer.problem.code);
  const told = await answer.response.text();
  if (!told.includes('"state":"done"')) throw new Error(told);
  return made.body;
}
