import { canonicalJson } from '../canonical-json.ts';
import { hashOf } from '../hashing.ts';
import { compareText, PolyprismError } from '../../model/issue.ts';
import type { Drawn, DrawInspector, DrawLists, DrawSeed } from './draw-shape.ts';
import { drawByWeight } from './draw-by-weight.ts';
import { listDigests } from './list-digests.ts';
import { numberStream } from './number-stream.ts';

/**
 * The draw of these lists with these seeds: the same for whoever does it. First the subjects, by
 * weight and without putting back; then the inspectors, shuffled once and dealt in turn, so that
 * no two differ by much in what they get. Throws `casework.draw_no_inspector` where too few may
 * inspect a subject.
 */
export function runDraw(
  lists: DrawLists,
  seeds: readonly DrawSeed[],
  beacon_value: string | null,
): Drawn[] {
  const { subjects, inspectors, drawn, inspectors_each } = lists;
  const weights = subjects.map(({ weight }) => weight);
  const below = numberStream(keyOf('subjects', lists, seeds, beacon_value));
  const chosen = drawByWeight(weights, drawn, below).map((place) => subjects[place]!.id);
  const shuffling = numberStream(keyOf('inspectors', lists, seeds, beacon_value));
  const ones = inspectors.map(() => 1);
  const order = drawByWeight(ones, inspectors.length, shuffling).map((place) => inspectors[place]!);
  return deal(chosen, order, inspectors_each);
}

/** Everything that was committed or shown goes into the key; seeds in the order of the parties. */
function keyOf(
  what: 'subjects' | 'inspectors',
  lists: DrawLists,
  seeds: readonly DrawSeed[],
  beacon_value: string | null,
): Uint8Array {
  const { subjects_digest, inspectors_digest } = listDigests(lists);
  const sorted = seeds
    .map(({ party, seed }): [string, string] => [party, seed])
    .toSorted(([a], [b]) => compareText(a, b));
  const text = canonicalJson([
    'polyprism-draw-v1',
    what,
    lists.draw_id,
    subjects_digest,
    inspectors_digest,
    lists.drawn,
    lists.inspectors_each,
    sorted,
    beacon_value,
  ]);
  return hashOf('sha256', text);
}

/** In turn: each subject gets the first in the row who may inspect it; they go to its end. */
function deal(subjects: readonly string[], order: readonly DrawInspector[], each: number): Drawn[] {
  const row = order.map(({ id, avoids }) => ({ id, avoids: new Set(avoids) }));
  return subjects.map((subject) => {
    const taken: typeof row = [];
    for (let i = 0; i < row.length && taken.length < each;) {
      const inspector = row[i];
      if (!inspector || inspector.avoids.has(subject)) i += 1;
      else taken.push(...row.splice(i, 1));
    }
    if (taken.length < each) throw new PolyprismError('casework.draw_no_inspector', { subject });
    row.push(...taken);
    return { subject, inspectors: taken.map(({ id }) => id) };
  });
}
