import { countRows, countSchema, counted } from '../../disclosure/files/count-file.ts';
import type { OfficeCounts } from '../../disclosure/files/count-file.ts';
import { dataFile } from '../../disclosure/files/data-file.ts';
import type { FileManifest, FileSchema } from '../../disclosure/files/data-file.ts';
import { recordRow, recordSchema } from '../../disclosure/files/record-file.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { addMonths } from '../../model/days.ts';
import type { JsonObject } from '../../model/json.ts';
import { legalDay } from '../../model/legal-day.ts';
import { addFile, dropRowsBefore, newestFile } from '../../store/data-files.ts';
import { systemActor } from '../../store/store.ts';
import type { StoreTx } from '../../store/store.ts';
import { shownNow } from '../api/public/shown-now.ts';
import type { Server } from '../server.ts';

/** The zone in which a day ends last: a month that is over there is over everywhere. */
const last_zone = 'Etc/GMT+12';

type Keeping = Pick<Server, 'store' | 'now'>;

/**
 * Puts the files of the last month that is over at the end of their chains. What is on display is
 * put there anew whenever something in it no longer is, or was corrected, and what stood there
 * before lets its rows go: what was withdrawn is not to be had in a file either. Counts name
 * nobody and stay.
 */
export async function keepMonthFiles(server: Keeping): Promise<void> {
  const today = legalDay(last_zone, server.now());
  const month = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  await keepRecords(server, month);
  await keepCounts(server, month);
}

async function keepRecords(server: Keeping, month: string): Promise<void> {
  const { on, all } = await shownNow(server);
  const rows = all
    .filter(({ record }) => record.published_on.slice(0, 7) <= month)
    .map(({ record, digest }) => recordRow(record, digest));
  await server.store.as(systemActor, async (tx) => {
    const added = await addNext(tx, recordSchema, { month, rows, as_of: on });
    if (added !== null) await dropRowsBefore(tx, recordSchema.name, added);
  });
}

async function keepCounts({ store }: Keeping, month: string): Promise<void> {
  const offices = await store.as(systemActor, async (tx) => {
    const before = await newestFile(tx, countSchema.name);
    return before !== undefined && before.month >= month ? null : await countsOf(tx, month);
  });
  if (offices === null || offices.length === 0) return;
  const rows = await countRows(month, offices);
  const as_of = addMonths(`${month}-01`, 1);
  await store.as(systemActor, async (tx) => addNext(tx, countSchema, { month, rows, as_of }));
}

interface Next {
  readonly month: string;
  readonly as_of: string;
  readonly rows: readonly JsonObject[];
}

/** The number of the link that was added; null where nothing is new. */
async function addNext(
  tx: StoreTx,
  schema: FileSchema,
  { month, rows, as_of }: Next,
): Promise<number | null> {
  const { name } = schema;
  const before = await newestFile(tx, name);
  const previous = before === undefined ? null : readManifest(before.manifest);
  const { manifest, digest, jsonl } = dataFile(schema, rows, as_of, previous);
  const isKnown = before?.month === month && before.content === jsonl;
  const isFirst = before === undefined && rows.length === 0;
  if (isKnown || isFirst || (before !== undefined && before.month > month)) return null;
  const number = (before?.number ?? 0) + 1;
  const link = { name, number, month, manifest: canonicalJson(manifest), digest, content: jsonl };
  return (await addFile(tx, link)) ? number : null;
}

/** Written by this file alone. */
export function readManifest(text: string): FileManifest {
  const manifest: FileManifest = JSON.parse(text);
  return manifest;
}

/** What came to every regulator's office in a month, those to which nothing came among them. */
async function countsOf({ db }: StoreTx, month: string): Promise<OfficeCounts[]> {
  const offices = await db
    .selectFrom('tenant')
    .select(['id', 'name'])
    .where('party', '=', 'regulator')
    .orderBy('id')
    .execute();
  const came = await db
    .selectFrom('matter')
    .select(({ fn }) => ['owner_tenant_id', 'kind', fn.countAll<number>().as('count')])
    .where('kind', 'in', counted)
    .where('opened_on', '>=', `${month}-01`)
    .where('opened_on', '<', addMonths(`${month}-01`, 1))
    .groupBy(['owner_tenant_id', 'kind'])
    .execute();
  const countOf = (office: string, kind: string): number =>
    came.find((one) => one.owner_tenant_id === office && one.kind === kind)?.count ?? 0;
  return offices.map(({ id, name }) => ({
    office: id,
    office_name: name,
    counts: { complaint: countOf(id, 'complaint'), report: countOf(id, 'report') },
  }));
}
