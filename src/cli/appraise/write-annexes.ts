import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Inspection } from '../../inspect/inspect.ts';
import { listRelations, relationColumns } from '../../inspect/relations.ts';
import type { Annex } from '../../model/appraisal.ts';
import { rowsCsv } from '../../report/csv-rows.ts';
import { writeReportFiles } from '../report-files.ts';

/**
 * Writes the tables an appraisal rests on into a folder: those of the report, and who stands
 * under whom below the members named. Returns their names, rows and digests.
 */
export async function writeAnnexes(
  inspection: Inspection,
  folder: string,
  members: readonly string[],
): Promise<Annex[]> {
  const paths = await writeReportFiles(inspection, folder, ['csv']);
  const relations = join(folder, 'relations.csv');
  const rows = rowsCsv(relationColumns, listRelations(inspection.engine, members));
  await pipeline(Readable.from(rows), createWriteStream(relations));
  const annexes: Annex[] = [];
  for (const path of [...paths, relations]) annexes.push(await annexOf(path));
  return annexes;
}

/** Rows after the first, where a line end within quotes ends none (RFC 4180). */
async function annexOf(path: string): Promise<Annex> {
  const hash = createHash('sha256');
  let lines = 0;
  let quoted = false;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (const byte of chunk) {
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === LINE_FEED && !quoted) lines++;
    }
  }
  return { name: basename(path), rows: lines - 1, sha256: hash.digest('hex') };
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
