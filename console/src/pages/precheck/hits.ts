import type { TextMark } from '../../parts/MarkedText.tsx';
import type { Checked } from './RecordPrecheck.tsx';

/** A term found, as the table `screening_hit` has it. */
export interface Hit {
  readonly subject_column: string;
  readonly list_id: string;
  readonly found: string;
  readonly found_from: number;
  readonly found_to: number;
  readonly via: string;
  readonly excepted: boolean | null;
  readonly exception: string | null;
  readonly corrected: boolean | null;
}

/** Terms found, without the rows that only say how many were not told. */
export function hitsOf(checked: Checked | undefined): readonly Hit[] {
  return ((checked?.hits ?? []) as readonly unknown[]).filter(isHit);
}

function isHit(row: unknown): row is Hit {
  if (typeof row !== 'object' || row === null) return false;
  const { found, found_from, found_to, list_id, subject_column } = row as Partial<Hit>;
  return (
    typeof found === 'string' &&
    typeof found_from === 'number' &&
    typeof found_to === 'number' &&
    typeof list_id === 'string' &&
    typeof subject_column === 'string'
  );
}

/** Marks of a column; only where the words still stand while somebody types on. */
export function marksOf(
  hits: readonly Hit[],
  column: string,
  text: string,
  about: (hit: Hit) => Pick<TextMark, 'title'>,
): readonly TextMark[] {
  return hits
    .filter((hit) => hit.subject_column === column)
    .filter(({ found, found_from, found_to }) => text.slice(found_from, found_to) === found)
    .map((hit) => ({
      from: hit.found_from,
      to: hit.found_to,
      tone: hit.excepted === true || hit.corrected === true ? 'soft' : 'indication',
      ...about(hit),
    }));
}
