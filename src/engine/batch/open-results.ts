import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { PolyprismError } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import type { EvidenceValue } from '../../model/provision.ts';
import { scalarOfText } from '../spark/scalar-of-text.ts';
import { uniqueNames } from '../spark/unique-names.ts';
import type { SqlEngine, SqlRow } from '../sql-engine.ts';
import { batch_files, resultFile } from './batch.ts';
import type { Batch, BatchReceipt, BatchResult } from './batch.ts';

/**
 * What Spark found for a batch, as an engine that answers the statements of the batch and no
 * others. Throws `spark.no_results`, `spark.foreign_results` where they belong to another batch;
 * when asked, `spark.damaged_result` and `spark.other_statement`.
 */
export async function openResults(folder: string): Promise<SqlEngine> {
  const raw = await readFile(join(folder, batch_files.batch)).catch(() => null);
  if (raw === null) throw new PolyprismError('spark.no_batch', { path: folder });
  const path = join(folder, batch_files.receipt);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new PolyprismError('spark.no_results', { path });
  const batch = jsonOrNull(raw.toString('utf8')) as Batch | null;
  const receipt = jsonOrNull(text) as BatchReceipt | null;
  const own =
    batch?.schema === 'polyprism.batch/1' &&
    receipt?.schema === 'polyprism.batch_receipt/1' &&
    receipt.batch_sha256 === createHash('sha256').update(raw).digest('hex') &&
    receipt.results.length === batch.statements.length;
  if (!own) throw new PolyprismError('spark.foreign_results', { path });
  const answers = new Map<string, { readonly file: string; readonly result: BatchResult }>();
  for (const [at, result] of receipt.results.entries()) {
    const { sql } = batch.statements[at] ?? { sql: '' };
    if (result !== null) answers.set(sql, { file: join(folder, resultFile(at)), result });
  }
  const rows = async (sql: string): Promise<SqlRow[]> => {
    const answer = answers.get(sql);
    if (answer === undefined) throw new PolyprismError('spark.other_statement', { path: folder });
    return await readResult(answer.file, answer.result);
  };
  const { name, version } = receipt.engine;
  return {
    name,
    version,
    dialect: 'spark',
    run: async (sql) => void (await rows(sql)),
    rows,
    close,
  };
}

const close = (): void => undefined;

/** Twice through the file: nothing of it is believed before its hash is known. */
async function readResult(path: string, result: BatchResult): Promise<SqlRow[]> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash).catch(() => {
    throw new PolyprismError('spark.damaged_result', { path });
  });
  if (hash.digest('hex') !== result.sha256) {
    throw new PolyprismError('spark.damaged_result', { path });
  }
  const names = uniqueNames(result.columns.map(({ name }) => name));
  const rows: SqlRow[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    // Written by our own program, and hashed by it.
    const values = JSON.parse(line) as (string | null)[];
    const row: Record<string, EvidenceValue> = {};
    for (const [at, { type }] of result.columns.entries()) {
      const value = values[at] ?? null;
      row[names[at] ?? ''] = value === null ? null : valueOf(value, type);
    }
    rows.push(row);
  }
  return rows;
}

/** By the names Spark gives types. */
function valueOf(text: string, type: string): EvidenceValue {
  if (type === 'boolean') return text === 'true';
  if (/^(tinyint|smallint|int|bigint)$/.test(type)) return scalarOfText(text, 'decimal');
  if (/^(float|double)$/.test(type)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : text;
  }
  if (type.startsWith('decimal')) return scalarOfText(text, 'decimal');
  return scalarOfText(text, type.startsWith('timestamp') ? 'timestamp' : 'text');
}
