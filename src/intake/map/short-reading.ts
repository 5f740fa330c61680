import { sqlText } from '../../engine/duckdb.ts';
import { placeholderContacts } from '../../model/placeholder-contacts.ts';
import { steadyOffset } from '../../model/zone-offset.ts';
import type { ColumnMapping } from '../mapping.ts';
import type { TextProfile } from './profile-texts.ts';
import { withoutSql } from './sql-clean.ts';
import { hmacSql } from './sql-pseudonym.ts';
import type { SqlStep } from './sql-step.ts';
import { blankSql, codesSql } from './sql-value.ts';
import type { ValueContext } from './sql-value.ts';
import { digitForms, form, numberForms } from './text-forms.ts';

/** SQL of raw text for values of which every one can be read and none is odd. */
export interface ShortReading {
  /** Raw text → the text that is read; NULL for "none". */
  readonly prepared: SqlStep;
  /** That → the value. */
  readonly value: SqlStep;
}

/** What a reading makes of forms it knows all about, by the forms. */
interface Known {
  readonly forms: number;
  readonly value: SqlStep;
}

const same: SqlStep = (text) => text;

/**
 * The reading of a column shortened to what its values can need: a statement's cost for few rows
 * is the length of its expressions. Whatever `preparing`, `valueSql` and `oddSql` do to a value of
 * these forms, this does; null where a value is of any other.
 */
export function shortReading(
  mapping: Pick<ColumnMapping, 'codes' | 'blank'>,
  context: ValueContext,
  profile: TextProfile,
): ShortReading | null {
  const { codes, blank = [] } = mapping;
  const { reading, none } = context;
  if ((profile.forms & form.other) !== 0) return null;
  const cleaned = withoutNone(none, profile);
  if (reading === 'code') return shortCode(mapping, context, profile, cleaned);
  if (codes !== undefined) return null;
  if (reading === 'text' || reading === 'id') {
    return { prepared: (text) => blanked(cleaned(text), blank), value: same };
  }
  if (blank.length > 0) return null;
  if (reading === 'pseudonym') return shortContact(context, profile, cleaned);
  const filled = profile.forms & ~form.empty;
  const known = knownForms(context).find(({ forms }) => (filled & ~forms) === 0);
  if (known === undefined) return null;
  return { prepared: cleaned, value: known.value };
}

/** Empty texts and words for "none" as NULL, those that can be there. */
function withoutNone(none: readonly string[], { forms, few }: TextProfile): SqlStep {
  const possible = none.filter((word) => {
    if (word === '' || word.toLowerCase() === 'null') return false;
    if (word === '0') return (forms & form.zero) !== 0;
    return few === null || few.includes(word);
  });
  const all = [...((forms & form.empty) === 0 ? [] : ['']), ...possible];
  if (all.length === 1) return (text) => `nullif(${text}, ${sqlText(all[0] ?? '')})`;
  return (text) => withoutSql(text, all);
}

function blanked(text: string, blank: readonly string[]): string {
  return blank.length === 0 ? text : blankSql(text, blank);
}

function knownForms(context: ValueContext): readonly Known[] {
  const { reading, shape, money_decimals } = context;
  const asInteger: SqlStep = (text) => `TRY_CAST(${text} AS BIGINT)`;
  switch (reading) {
    case 'int':
    case 'money_minor':
      return [{ forms: digitForms | form.signed, value: asInteger }];
    case 'money_major':
      return [{ forms: majorForms(money_decimals), value: majorSql(money_decimals) }];
    case 'ratio':
      return [{ forms: numberForms, value: (text) => `TRY_CAST(${text} AS DOUBLE)` }];
    case 'percent':
      return [{ forms: numberForms, value: (text) => `TRY_CAST(${text} AS DOUBLE) / 100` }];
    case 'bool':
      return [{ forms: form.zero | form.one, value: (text) => `${text} = '1'` }];
    default:
      return shape.type === 'date' ? knownDates(context) : knownInstants(context);
  }
}

/** Where the minor unit has fewer decimals than a text may have, some would be rounded. */
function majorForms(decimals: number): number {
  return decimals >= 2 ? numberForms : numberForms & ~form.decimal;
}

function majorSql(decimals: number): SqlStep {
  return (text) =>
    `TRY_CAST(TRY_CAST(${text} AS DECIMAL(18, ${decimals})) * ${10 ** decimals} AS BIGINT)`;
}

/** A zero is how software writes that there is no time yet: no reading makes a value of it. */
function knownInstants({ time_zone }: ValueContext): readonly Known[] {
  const steady = steadyOffset(time_zone);
  const local: SqlStep = (text) => `TRY_CAST(${text} AS TIMESTAMP)`;
  const utc: SqlStep = (text) =>
    steady === null
      ? `CAST(timezone(${sqlText(time_zone)}, ${local(text)}) AS TIMESTAMP)`
      : `${local(text)} - INTERVAL '${steady.seconds} seconds'`;
  return [
    { forms: form.time | form.date | form.zero, value: utc },
    {
      forms: form.seconds | form.zero,
      value: (text) => `make_timestamp(nullif(TRY_CAST(${text} AS BIGINT), 0) * 1000000)`,
    },
  ];
}

function knownDates({ time_zone }: ValueContext): readonly Known[] {
  const date: Known = {
    forms: form.date | form.zero,
    value: (text) => `TRY_CAST(${text} AS DATE)`,
  };
  if (steadyOffset(time_zone) === null) return [date];
  const ofTime: SqlStep = (text) => `CAST(TRY_CAST(${text} AS TIMESTAMP) AS DATE)`;
  return [date, { forms: form.time | form.date | form.zero, value: ofTime }];
}

/** Short digits have no separators, no country before them and no asterisk. */
function shortContact(
  { person_key }: ValueContext,
  { forms }: TextProfile,
  cleaned: SqlStep,
): ShortReading | null {
  if ((forms & ~(digitForms | form.empty)) !== 0) return null;
  const placeholders = placeholderContacts.filter((contact) => /^[0-9]{1,12}$/.test(contact));
  const prepared: SqlStep = (raw) => {
    const text = cleaned(raw);
    return `CASE WHEN ${text} IN (${placeholders.map(sqlText).join(', ')})
      OR replace(${text}, left(${text}, 1), '') = '' THEN NULL ELSE ${text} END`;
  };
  return { prepared, value: (text) => hmacSql(text, person_key) };
}

/** A code is sure where its values are few enough to be looked through, or any will do. */
function shortCode(
  { codes, blank = [] }: Pick<ColumnMapping, 'codes' | 'blank'>,
  { shape, none }: ValueContext,
  { few }: TextProfile,
  cleaned: SqlStep,
): ShortReading | null {
  if (blank.length > 0) return null;
  if (codes === undefined && shape.values === undefined && shape.type !== 'bool')
    return { prepared: cleaned, value: same };
  if (few === null) return null;
  const texts = [null, ...few.map((text) => (text === '' || none.includes(text) ? null : text))];
  const read = texts.map((text) => decoded(text, codes)).filter((text) => text !== null);
  const used = Object.entries(codes ?? {}).filter(
    ([raw]) => raw === '*' || raw === '' || few.includes(raw),
  );
  const prepared: SqlStep = (text) =>
    used.length === 0 ? cleaned(text) : codesSql(cleaned(text), Object.fromEntries(used));
  if (shape.type === 'bool') {
    if (!read.every((text) => ['true', 'false', '1', '0'].includes(text))) return null;
    return { prepared, value: (text) => `${text} IN ('true', '1')` };
  }
  const { values } = shape;
  return values === undefined || read.every((text) => values.includes(text))
    ? { prepared, value: same }
    : null;
}

/** What codes make of one text. */
function decoded(text: string | null, codes: ColumnMapping['codes']): string | null {
  const { '*': other, '': none = '', ...named } = codes ?? {};
  const to = text === null ? none : Object.hasOwn(named, text) ? named[text] : (other ?? text);
  return to === '' || to === undefined ? null : to;
}
