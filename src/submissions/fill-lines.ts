import type { SqlRow } from '../engine/sql-engine.ts';
import type { Localised } from '../model/localised.ts';
import type { ReportPart } from './owed-report.ts';
import type { Identities } from './read-identities.ts';

/**
 * What is wrong with a value of a line: nothing is there though it must be; the tables and the
 * file of identities say different things, of which the tables' stands in the report.
 */
export type GapKind = 'missing' | 'differs';

export interface Gap {
  readonly subject: string;
  readonly field: string;
  readonly kind: GapKind;
}

export interface ReportLine {
  readonly subject: string;
  /** As many as the part has fields; null for nothing. */
  readonly values: readonly (string | null)[];
}

export interface FilledPart {
  readonly lines: readonly ReportLine[];
  /** By line, then by field. */
  readonly gaps: readonly Gap[];
}

/** Lines of a part from its rows and the identities the platform gives, null for none. */
export function fillLines(
  part: ReportPart,
  rows: readonly SqlRow[],
  identities: Identities | null,
  language: keyof Localised,
): FilledPart {
  const gaps: Gap[] = [];
  const lines = rows.map((row) => {
    const subject = String(row['subject']);
    const given = identities?.get(subject);
    const values = part.fields.map(({ name, source, compulsory, words }) => {
      const own = source === 'table' ? textOf(row[name]) : null;
      const said = own === null ? null : (words?.[own]?.[language] ?? own);
      const other = given?.get(name) ?? null;
      if (said !== null && other !== null && said !== other) {
        gaps.push({ subject, field: name, kind: 'differs' });
      }
      const value = said ?? other;
      if (value === null && compulsory) gaps.push({ subject, field: name, kind: 'missing' });
      return value;
    });
    return { subject, values };
  });
  return { lines, gaps };
}

/** Blank is nothing. */
function textOf(value: SqlRow[string] | undefined): string | null {
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? null : text;
}
