import type { Localised } from '../../model/localised.ts';
import type { Finding, RawPlace } from '../../model/provision.ts';
import { texts } from '../texts.ts';

/** Where the subject of a finding stands: a line of a raw file, or a key of a table in place. */
export function placeOf(
  { subject }: Pick<Finding, 'subject'>,
  { file, line, key }: RawPlace,
): { readonly label: Localised; readonly at: string } {
  return line === null
    ? { label: texts.table_place, at: `${file} · ${key ?? ''} = ${subject.id}` }
    : { label: texts.raw_place, at: `${file}:${line}` };
}
