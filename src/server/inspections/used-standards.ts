import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import type { UsedEdition } from '../../model/used-edition.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { trustedEditions } from '../proposals/trusted-editions.ts';
import { trustText } from '../proposals/trust-text.ts';
import { folderOf } from './inspection-folder.ts';
import type { InspectionPlace } from './inspection-folder.ts';

/** Where an inspection's process finds the standards it judges by beside its packs. */
export interface StandardFiles {
  /** Built packs, each with its signatures beside it. */
  readonly paths: readonly string[];
  /** Whose keys they must be signed with. */
  readonly trust: string;
}

/** The editions named, or all that the tenant trusts; refused where one of them is not. */
export async function wantedEditions(
  store: Store,
  tenant_id: string,
  wanted: readonly string[] | undefined,
  now: Date,
): Promise<UsedEdition[]> {
  if (wanted?.length === 0) return [];
  const trusted = await store.as(systemActor, async (tx) => trustedEditions(tx, tenant_id, now));
  if (wanted === undefined) return trusted;
  return [...new Set(wanted)].map((id) => {
    const found = trusted.find(({ edition_id }) => edition_id === id);
    if (found === undefined) throw new PolyprismError('standards.not_trusted', { edition: id });
    return found;
  });
}

/** Lays signed packs beside the inspection: its process checks every signature again. */
export async function leaveStandards(
  store: Store,
  place: InspectionPlace,
  id: string,
  used: readonly UsedEdition[],
): Promise<void> {
  if (used.length === 0) return;
  const ids = used.map(({ edition_id }) => edition_id);
  const rows = await store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('edition')
      .select(['standard', 'version', 'publisher', 'bundle', 'signatures', 'public_key'])
      .where('id', 'in', ids)
      .orderBy('standard')
      .execute(),
  );
  const folder = join(folderOf(place, id), 'standards');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const paths: string[] = [];
  for (const { standard, version, bundle, signatures } of rows) {
    const path = join(folder, `${standard}-${version}.tgz`);
    await writeFile(path, bundle, { mode: 0o600 });
    await writeFile(`${path}.sig`, signatures, { mode: 0o600 });
    paths.push(path);
  }
  const files: StandardFiles = { paths, trust: trustText(rows) };
  await writeFile(join(folder, 'files.json'), JSON.stringify(files), { mode: 0o600 });
}

/** What was laid there; nothing where the inspection uses none. */
export async function standardFiles(
  place: InspectionPlace,
  id: string,
): Promise<StandardFiles | null> {
  const path = join(folderOf(place, id), 'standards', 'files.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  // Written above.
  return text === null ? null : (JSON.parse(text) as StandardFiles);
}
