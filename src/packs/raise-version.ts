import { isMap, isSeq, parseDocument } from 'yaml';
import { isOlder } from './trust.ts';

/**
 * trust.yaml with the lowest accepted version of a pack raised to one that was seen; never
 * lowered. Everything else in it, comments included, stays.
 */
export function raiseVersion(
  source: string,
  publisher: string,
  pack: string,
  version: string,
): string {
  const document = parseDocument(source);
  const publishers = document.get('publishers');
  if (!isSeq(publishers)) return source;
  const at = publishers.items.findIndex((one) => isMap(one) && one.get('name') === publisher);
  const path = ['publishers', at, 'packs', pack];
  const least = at < 0 ? undefined : document.getIn(path);
  if (typeof least !== 'string' || !isOlder(least, version)) return source;
  document.setIn(path, version);
  return document.toString({ lineWidth: 0 });
}
