import { dataFile } from '../../../disclosure/files/data-file.ts';
import { recordRow, recordSchema } from '../../../disclosure/files/record-file.ts';
import { isShown } from '../../../disclosure/publication/display-term.ts';
import type { Withdrawal } from '../../../disclosure/publication/withdraw.ts';
import { withdrawals } from '../../../disclosure/publication/withdraw.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { limits } from '../../../model/limits.ts';
import { latestOf, withdrawn } from '../../../store/publications.ts';
import { systemActor } from '../../../store/store.ts';
import { publicRecord } from '../../contract/publications.ts';
import { publicFile, publicRecordRead } from '../../contract/public.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { legalDay } from '../../../model/legal-day.ts';
import { public_zone } from './public-zone.ts';
import { recordOf, shownNow } from './shown-now.ts';

const read = handle(publicRecordRead)(async ({ server, asked }) => {
  const row = await server.store.as(systemActor, async (tx) =>
    latestOf(tx, asked.params.record_id),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  const { id, version, kind, digest, withdrawn_on, content } = row;
  if (content === null) {
    if (withdrawn_on === null) throw new PolyprismError('http.not_found');
    return { status: 410, body: { id, version, kind, digest, withdrawn_on, why: whyOf(row.why) } };
  }
  const record = recordOf(content);
  // What has been on display for its term is no longer shown to anybody.
  if (!isShown(record, legalDay(public_zone, server.now())))
    throw new PolyprismError('http.not_found');
  return { status: 200, body: { record: publicRecord.parse(record), digest } };
});

function whyOf(why: string | null): Withdrawal {
  const known = (word: string): word is Withdrawal => Object.hasOwn(withdrawals, word);
  return why !== null && known(why) ? why : 'mistaken';
}

const file = handle(publicFile)(async ({ server, asked }) => {
  const [type, text] = await contentOf(server, asked.params.file);
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${asked.params.file}"`,
      'cache-control': 'public, max-age=60',
    },
    bytes: new Blob([text]).stream(),
  };
});

async function contentOf(
  server: Server,
  name: string,
): Promise<readonly [type: string, text: string]> {
  if (name === 'tombstones.json') {
    const stones = await server.store.as(systemActor, async (tx) =>
      withdrawn(tx, limits.publications_shown_max),
    );
    return ['application/json', `${JSON.stringify(stones)}\n`];
  }
  const { on, all } = await shownNow(server);
  const rows = all.map(({ record, digest }) => recordRow(record, digest));
  const { manifest, jsonl, csv } = dataFile(recordSchema, rows, on, null);
  if (name === 'publications.csv') return ['text/csv', csv];
  if (name === 'publications.jsonl') return ['application/x-ndjson', jsonl];
  return ['application/json', `${JSON.stringify(manifest)}\n`];
}

export const recordHandlings = [read, file];
