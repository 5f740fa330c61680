import { limits } from '../../model/limits.ts';
import { clashingNames, nameFlaw } from '../bag/bag-names.ts';
import type { BagSource } from './bag-source.ts';
import { broken, kept } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Whether everything in the bag is a plain file under a name that is one on every system. */
export function checkNames({ entries }: BagSource): Outcome {
  const files = entries.filter(({ kind }) => kind === 'file');
  if (files.length > limits.bag_files_max)
    return broken('names', 'too_many', [String(limits.bag_files_max)]);
  const others = entries.filter(({ kind }) => kind === 'other');
  if (others.length > 0) return broken('names', 'not_a_file', others.map(shown));
  const flawed = entries.filter(({ path }) => nameFlaw(path) !== null);
  if (flawed.length > 0) return broken('names', 'bad_name', flawed.map(shown));
  const clashing = clashingNames(files.map(({ path }) => path));
  if (clashing.length > 0) return broken('names', 'clash', clashing);
  return kept('names', files.length);
}

/** A name that deceives is shown by its escapes. */
function shown({ path }: { readonly path: string }): string {
  const text = JSON.stringify(path.slice(0, limits.shown_chars_max));
  return text.replaceAll(/[^\x20-\x7e\p{L}\p{N}]/gu, (one) => {
    return `\\u{${one.codePointAt(0)?.toString(16)}}`;
  });
}
