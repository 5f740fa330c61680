import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A folder for one workspace of a test; gone with `remove`. */
export function makeWorkspace(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-store-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs statements on a server by its URL, as whoever the URL names. */
export async function runSql(url: string, ...statements: readonly string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Another database of the same server. */
export async function freshDatabase(url: string, name: string): Promise<string> {
  await runSql(url, `CREATE DATABASE ${name}`);
  return url.replace(/\/[^/]*$/, `/${name}`);
}
