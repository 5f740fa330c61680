import { dataFile } from '../../../disclosure/files/data-file.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { JsonObject } from '../../../model/json.ts';
import { limits } from '../../../model/limits.ts';
import { fileAt, keptFiles } from '../../../store/data-files.ts';
import type { KeptFile } from '../../../store/data-files.ts';
import { systemActor } from '../../../store/store.ts';
import { publicMonthFile, publicMonths } from '../../contract/public.ts';
import { keepMonthFiles, readManifest } from '../../publications/month-files.ts';
import { handle } from '../../server.ts';

const list = handle(publicMonths)(async ({ server }) => {
  await keepMonthFiles(server);
  const files = await server.store.as(systemActor, async (tx) =>
    keptFiles(tx, limits.data_files_shown_max),
  );
  return { status: 200, body: { items: files.map(shownFile) } };
});

function shownFile({ name, number, month, manifest: text, digest, content }: KeptFile) {
  const { schema, as_of, rows, previous, jsonl_sha256, csv_sha256 } = readManifest(text);
  const has_rows = content !== null;
  const { title } = schema;
  const file = { name, number, month, title, as_of, rows, digest, previous };
  return { ...file, jsonl_sha256, csv_sha256, has_rows };
}

const file = handle(publicMonthFile)(async ({ server, asked }) => {
  await keepMonthFiles(server);
  const { file } = asked.params;
  const [, name = '', number = '', form = ''] = /^(\w+)-(\d+)\.(\w+)$/.exec(file) ?? [];
  const kept = await server.store.as(systemActor, async (tx) => fileAt(tx, name, Number(number)));
  if (kept === undefined) throw new PolyprismError('http.not_found');
  if (form === 'json') return sent(file, 'application/json', `${kept.manifest}\n`);
  if (kept.content === null) throw new PolyprismError('disclosure.rows_gone', { file });
  if (form === 'jsonl') return sent(file, 'application/x-ndjson', kept.content);
  return sent(file, 'text/csv', csvOf(kept.manifest, kept.content));
});

/** The other form of the same rows, as when they were published. */
function csvOf(manifest: string, content: string): string {
  const { schema, as_of } = readManifest(manifest);
  const lines = content.split('\n').filter((line) => line !== '');
  const rows = lines.map((line): JsonObject => JSON.parse(line));
  return dataFile(schema, rows, as_of, null).csv;
}

function sent(file: string, type: string, text: string) {
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'public, max-age=60',
    },
    bytes: new Blob([text]).stream(),
  } as const;
}

export const monthHandlings = [list, file];
