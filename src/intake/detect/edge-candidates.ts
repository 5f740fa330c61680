import type { Localised } from '../../model/localised.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import { matchColumn } from './match-column.ts';
import type { ColumnProfile } from './profile.ts';
import type { SurveyedTable } from './survey.ts';
import { recruiterTerms } from './synonyms-member.ts';
import { mentions, toWords, wordsOf } from './words.ts';

export type TreeKind = 'sponsor' | 'placement' | 'neutral';

/** What the name or COMMENT of a column says of an upline. */
export interface EdgeName {
  readonly column: string;
  /** Which tree it names; 'neutral' for a plain parent, null where it names none. */
  readonly kind: TreeKind | null;
  /** 0 to 1. */
  readonly name: number;
  readonly reasons: readonly Localised[];
}

const kinds = ['sponsor', 'placement', 'neutral'] as const;

export function edgeName(column: RawColumn, source: SurveyedTable): EdgeName {
  let best: EdgeName = { column: column.name, kind: null, name: 0, reasons: [] };
  for (const kind of kinds) {
    const { score, reason } = matchColumn(column, recruiterTerms[kind], source.strip);
    if (score > best.name && score >= 0.45 && reason !== null) {
      best = { column: column.name, kind, name: score, reasons: [reason] };
    }
  }
  return best;
}

/** Whether the values of a column could be references at all: not times, money, texts or flags. */
export function couldRefer(column: RawColumn, profile: ColumnProfile | undefined): boolean {
  if (profile === undefined || profile.meant === 0) return false;
  const share = (count: number): boolean => count / profile.filled > 0.5;
  if (share(profile.times) || share(profile.unix_s) || share(profile.unix_ms)) return false;
  if (profile.fractions > 0 || profile.chars_max > 80) return false;
  return !/^(date|time|timestamp|decimal\(\d+,\s*[1-9]|double|float|json|blob)/i.test(
    column.type ?? '',
  );
}

/** A column named after another table (`level_id`, `level`) refers to that table. */
export function namesakeOf(
  column: string,
  tables: readonly SurveyedTable[],
  own: SurveyedTable,
): SurveyedTable | null {
  const words = toWords(column);
  const tokens = words.tokens.filter((token) => !['id', 'no', 'code', 'uid'].includes(token));
  if (tokens.length === 0) return null;
  const stem = wordsOf(tokens);
  const fits = tables.filter((other) => {
    if (other === own || other.table.rows_read === 0) return false;
    return other.words.joined === stem.joined || mentions(other.words, stem);
  });
  return fits.toSorted((a, b) => a.words.joined.length - b.words.joined.length)[0] ?? null;
}
