import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import * as contract from '../../contract/editions.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { readEditions } from '../../proposals/read-editions.ts';
import { trustText } from '../../proposals/trust-text.ts';
import { handle } from '../../server.ts';

const list = handle(contract.publicEditions)(async ({ server, asked }) => {
  const { limit, cursor, standard } = asked.query;
  const wanted = { before: afterOf(cursor), limit: limit + 1 };
  const rows = await server.store.as(systemActor, async (tx) =>
    readEditions(tx, server.now(), { ...wanted, ...(standard !== undefined && { standard }) }),
  );
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

/** Withdrawn ones as well: what was published stays provable. */
const file = handle(contract.publicEditionFile)(async ({ server, asked }) => {
  const { edition_id, file: name } = asked.params;
  const row = await server.store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('edition')
      .select(['standard', 'version', 'publisher', 'bundle', 'signatures', 'public_key'])
      .where('id', '=', edition_id)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  const { standard, version, bundle, signatures } = row;
  const pack = `${standard}-${version}.tgz`;
  const files = {
    'pack.tgz': { as: pack, type: 'application/gzip', bytes: bundle },
    'pack.tgz.sig': { as: `${pack}.sig`, type: 'application/json', bytes: signatures },
    'trust.yaml': { as: 'trust.yaml', type: 'application/yaml', bytes: trustText([row]) },
  };
  const { as, type, bytes } = files[name];
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${as}"`,
      'cache-control': 'public, max-age=31536000, immutable',
    },
    bytes: new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]).stream(),
  };
});

export const editionHandlings = [list, file];
