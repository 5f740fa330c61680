import type { ClientBase } from 'pg';
import { PolyprismError } from '../model/issue.ts';

/** The oldest PostgreSQL the schema is tested on. */
const oldest = 150_000;

/** Version of the server as PostgreSQL numbers it: 150018 is 15.18. */
export async function serverVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  return Number(rows[0]?.server_version_num);
}

/** Refuses a server that is too old, and a database whose text is not UTF-8. */
export async function assertServer(client: ClientBase): Promise<void> {
  const version = await serverVersion(client);
  if (version < oldest) {
    const found = `${Math.floor(version / 10_000)}.${version % 10_000}`;
    throw new PolyprismError('store.postgres_too_old', { found, oldest: oldest / 10_000 });
  }
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
  const encoding = rows[0]?.server_encoding ?? '';
  if (encoding !== 'UTF8') throw new PolyprismError('store.not_utf8', { encoding });
}
