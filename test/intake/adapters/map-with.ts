import { applyPrefix } from '../../../src/intake/adapters/apply-prefix.ts';
import { loadAdapters } from '../../../src/intake/adapters/load-adapters.ts';
import type { Adapter } from '../../../src/intake/adapters/adapter.ts';
import { mapTables } from '../map/stage-tables.ts';
import type { Mapped, RawTables } from '../map/stage-tables.ts';

/** The bundled adapter of a family, and of an edition that contains `edition`. */
export function adapterOf(family: string, edition = ''): Adapter {
  const found = loadAdapters().filter(
    ({ software }) => software.family === family && software.edition.includes(edition),
  );
  const [adapter] = found;
  if (adapter === undefined || found.length > 1) throw new Error(`${found.length} × ${family}`);
  return adapter;
}

/** Maps raw tables, named without prefix, of an installation that uses a prefix of its own. */
export async function mapWith(adapter: Adapter, raw: RawTables): Promise<Mapped> {
  const prefix = 'shop8_';
  const renamed = Object.entries(raw).map(([name, rows]) => [prefix + name, rows] as const);
  const { mapping, plan } = applyPrefix(adapter, prefix);
  return mapTables(Object.fromEntries(renamed), mapping, plan);
}
