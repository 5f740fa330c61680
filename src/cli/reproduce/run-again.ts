import { join } from 'node:path';
import { inspect } from '../../inspect/inspect.ts';
import { parseMapping } from '../../intake/map/parse-mapping.ts';
import { sha256 } from '../../evidence/digest.ts';
import type { Pack } from '../../model/provision.ts';
import type { Report } from '../../model/report.ts';
import { readBundle } from '../../packs/bundle.ts';
import { packIn, readBundleFile } from '../../packs/load-packs.ts';
import { parseWaivers } from '../../packs/parse-waivers.ts';
import { defaultMemory } from '../default-memory.ts';
import { packageVersion } from '../package-version.ts';
import { readPersonKey } from '../person-key.ts';
import type { Run } from '../run-file.ts';

export interface Again {
  readonly run: Run;
  readonly packs: readonly Pack[];
  readonly inputs: readonly string[];
  /** Where the snapshot goes. */
  readonly work: string;
  readonly person_key: string | undefined;
  readonly threads: number | undefined;
  readonly signal: AbortSignal;
}

/** The packs of a bag, in the order of its report. */
export async function packsIn(bag: string, report: Report): Promise<Pack[]> {
  const packs: Pack[] = [];
  for (const { id, version } of report.digests.packs) {
    const path = join(bag, 'data', 'packs', `${id}-${version}.tgz`);
    const file = await readBundleFile(path);
    packs.push(await packIn(file, readBundle(file), path));
  }
  return packs;
}

/** The inspection once more, told what it was told. */
export async function runAgain(again: Again): Promise<Report> {
  const { run, packs, inputs, work, threads, signal } = again;
  const known = new Set(packs.flatMap(({ provisions }) => provisions.map(({ id }) => id)));
  const { as_of, charset, time_zone, currency, mapping, waivers } = run;
  const { report, engine } = await inspect(inputs, {
    directory: work,
    packs,
    polyprism: packageVersion(),
    person_key: await readPersonKey(again.person_key, work),
    memory_limit: defaultMemory(threads),
    signal,
    ...(threads !== undefined && { threads }),
    ...(as_of !== null && { as_of }),
    ...(charset !== null && { charset }),
    ...(time_zone !== null && { time_zone }),
    ...(currency !== null && { currency }),
    ...(mapping !== null && { mapping: parseMapping(mapping, 'mapping.yaml') }),
    ...(waivers !== null && {
      waivers: {
        waivers: parseWaivers(waivers, 'waivers.yaml', known),
        sha256: sha256(waivers),
      },
    }),
  });
  engine.close();
  return report;
}
