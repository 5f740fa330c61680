import { jsonOrNull } from '../../model/json-or-null.ts';
import { bag_paths } from '../bag/bag-paths.ts';
import { utf8Text } from '../bytes.ts';
import { readCustody, stateOf } from '../custody/custody-gaps.ts';
import type { ReadBag } from './bag-source.ts';
import { broken, kept, notMade, untold } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Whether the record of custody is complete, and all evidence reviewed to the end. */
export function checkCustody({ files, contents }: ReadBag): Outcome {
  const content = contents.get(bag_paths.custody);
  if (!content) return notMade('custody');
  const raw = [...files.values()].filter(
    ({ path }) => path.startsWith(bag_paths.raw) || path.startsWith(bag_paths.files),
  );
  const value = jsonOrNull(utf8Text(content));
  const { custody, gaps } = readCustody(
    value,
    raw.map(({ sha256 }) => sha256),
  );
  if (!custody || gaps.length > 0) return broken('custody', 'gaps', gaps);
  const waiting = custody.items.filter((item) => stateOf(item) !== 'usable');
  return waiting.length > 0
    ? untold(
        'custody',
        'not_usable',
        waiting.map((item) => `${item.id}: ${stateOf(item)}`),
      )
    : kept('custody', custody.items.length);
}
