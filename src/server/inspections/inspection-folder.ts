import { createReadStream } from 'node:fs';
import { link, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PolyprismError } from '../../model/issue.ts';
import type { UsedEdition } from '../../model/used-edition.ts';

/** What is known of an inspection before and after its job. */
export interface InspectionNote {
  readonly id: string;
  readonly title: string;
  /** About which platform it is, where its tenant is not the platform itself. */
  readonly platform_id: string | null;
  /** The connector that ordered it; its address is what is read. */
  readonly connector_id: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly inputs: readonly { readonly name: string; readonly bytes: number; sha256: string }[];
  readonly packs: string[];
  /** Published standards it judges by as well; older notes say nothing of them. */
  readonly standards?: readonly UsedEdition[];
  readonly as_of: string | null;
  readonly time_zone: string | null;
  readonly currency: string | null;
}

/** Folder of one tenant's inspections: nothing of another tenant can be named from here. */
export interface InspectionPlace {
  readonly workspace: string;
  readonly tenant_id: string;
}

export function folderOf({ workspace, tenant_id }: InspectionPlace, id: string): string {
  return join(workspace, 'inspections', tenant_id, id);
}

/** Where the raw files of an inspection are read. */
export function inputsOf(place: InspectionPlace, note: InspectionNote): string[] {
  const folder = join(folderOf(place, note.id), 'input');
  return note.inputs.map(({ name }, i) => join(folder, String(i + 1), name));
}

/** Puts the raw files where they are read under their own names, and the note beside them. */
export async function beginInspection(place: InspectionPlace, note: InspectionNote): Promise<void> {
  const folder = folderOf(place, note.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [i, { name, sha256 }] of note.inputs.entries()) {
    // Each in a folder of its own: two files may have one name.
    const own = join(folder, 'input', String(i + 1));
    await mkdir(own, { recursive: true, mode: 0o700 });
    await link(join(place.workspace, 'raw', sha256), join(own, name));
  }
  await writeFile(join(folder, 'note.json'), JSON.stringify(note), { mode: 0o600 });
}

export async function setJob(place: InspectionPlace, id: string, job_id: string): Promise<void> {
  await writeFile(join(folderOf(place, id), 'job'), job_id, { mode: 0o600 });
}

/** The mapping a user gave instead of the one that would be detected. */
export async function setMapping(place: InspectionPlace, id: string, text: string): Promise<void> {
  await writeFile(join(folderOf(place, id), 'mapping.yaml'), text, { mode: 0o600 });
}

export async function readMapping(place: InspectionPlace, id: string): Promise<string | null> {
  return await readFile(join(folderOf(place, id), 'mapping.yaml'), 'utf8').catch(() => null);
}

export interface InspectionView extends InspectionNote {
  readonly job_id: string;
  readonly findings: number | null;
}

export async function readInspection(place: InspectionPlace, id: string): Promise<InspectionView> {
  const folder = folderOf(place, id);
  const read = async (name: string): Promise<string | null> =>
    await readFile(join(folder, name), 'utf8').catch(() => null);
  const [note, job_id, count] = await Promise.all(['note.json', 'job', 'count'].map(read));
  if (!note || !job_id) throw new PolyprismError('http.not_found');
  // Written by beginInspection and by nobody else.
  const known = JSON.parse(note) as InspectionNote;
  // Notes of older versions say nothing of these.
  const { platform_id = null, connector_id = null } = known;
  return {
    ...known,
    platform_id,
    connector_id,
    job_id,
    findings: count ? Number(count) : null,
  };
}

/** Newest first, those older than `before` where it is given. */
export async function listInspections(
  place: InspectionPlace,
  before: string,
  limit: number,
): Promise<InspectionView[]> {
  const ids = await readdir(folderOf(place, '')).catch(() => []);
  const wanted = ids
    .filter((id) => before === '' || id < before)
    .toSorted()
    .toReversed()
    .slice(0, limit);
  const found = await Promise.allSettled(wanted.map(async (id) => await readInspection(place, id)));
  return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** Findings from a place in their order, one JSON text a line. */
export async function readFindings(
  place: InspectionPlace,
  id: string,
  from: number,
  limit: number,
): Promise<Record<string, unknown>[]> {
  await readInspection(place, id);
  const path = join(folderOf(place, id), 'findings.ndjson');
  const found: Record<string, unknown>[] = [];
  let at = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      at += 1;
      if (at <= from) continue;
      // Written by the job as objects.
      found.push(JSON.parse(line) as Record<string, unknown>);
      if (found.length === limit) break;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return found;
}
