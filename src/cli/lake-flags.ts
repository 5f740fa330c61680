import type { LakePlace } from '../inspect/lake/lake-place.ts';
import { PolyprismError } from '../model/issue.ts';
import type { InspectFlags } from './inspect-flags.ts';

type LakeFlags = Pick<InspectFlags, 'engineTables' | 'map' | 'charset' | 'personKey'>;

/**
 * The place that is inspected where it lies, as nothing is given to be imported; null where
 * something is. Throws `cli.missing_argument`, `cli.lake_inputs` or `cli.lake_reading`.
 */
export function lakeOf(inputs: readonly string[], flags: LakeFlags): LakePlace | null {
  const { engineTables: place, map, charset, personKey } = flags;
  if (inputs.length > 0) {
    if (place?.kind === 'parquet') throw new PolyprismError('cli.lake_inputs');
    return null;
  }
  if (place === undefined) {
    const help = { name: 'input', try: 'polyprism inspect --help' };
    throw new PolyprismError('cli.missing_argument', help);
  }
  const reading = [map, charset, personKey].some((flag) => flag !== undefined);
  if (reading) throw new PolyprismError('cli.lake_reading');
  return place;
}

/** The namespace Spark reads in place of the files of a snapshot. */
export function namespaceOf({ engineTables }: LakeFlags): string | undefined {
  return engineTables?.kind === 'iceberg' ? engineTables.namespace : undefined;
}
