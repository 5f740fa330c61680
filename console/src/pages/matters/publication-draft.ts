import { limits } from '../../../../src/model/limits.ts';
import { decimalText } from '../../../../src/model/money-text.ts';
import { minorDigitsOf } from '../../../../src/model/money-units.ts';
import type { publicationsCreate } from '../../../../src/server/contract/publications.ts';
import type { GivenTo } from '../../api/call.ts';
import type { FormValues } from './form-data.ts';
import type { Matter, MatterEvent } from './matter-types.ts';
import type { FieldKind, FormField } from './read-fields.ts';

type Body = GivenTo<typeof publicationsCreate>['body'];

/** Kinds of matters whose outcome is published from their page, and what each is published as. */
const kinds: Readonly<Record<string, 'decision' | 'measure'>> = {
  case: 'decision',
  measure: 'measure',
};

export function publicationKind({ kind }: Matter): 'decision' | 'measure' | null {
  return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? null) : null;
}

const name_chars_max = 200;
const line_chars_max = 500;

function field(name: string, is: FieldKind, more: Partial<FormField> = {}): FormField {
  const chars_max = limits.casework_text_chars_max;
  return { name, is, optional: false, chars_max, values: [], ...more };
}

const maybe = { optional: true };
const line = { chars_max: line_chars_max };

/** What is asked for before it goes out. */
export function publicationFields(kind: 'decision' | 'measure'): readonly FormField[] {
  return [
    field('title', 'text', { chars_max: name_chars_max }),
    field('number', 'text', { ...maybe, ...line }),
    field('subject_name', 'text', { chars_max: name_chars_max }),
    field('credit_code', 'text', { ...maybe, chars_max: 18 }),
    field('is_person', 'flag'),
    field('persons', 'lines', maybe),
    field('region', 'text', { ...maybe, ...line }),
    field('category', 'text', line),
    field('facts', 'text'),
    field('outcome', 'text'),
    field('basis', 'lines'),
    ...(kind === 'decision'
      ? [field('amount_minor', 'money', maybe), field('minor', 'flag')]
      : [
          field('scope', 'text'),
          field('effective_on', 'day'),
          field('rule_title', 'text', line),
          field('rule_article', 'text', line),
          field('rule_version', 'text', { ...maybe, ...line }),
        ]),
  ];
}

/** What the matter says already, to be read over and added to. */
export function publicationDraft(matter: Matter): FormValues {
  const decided = matter.events.findLast(({ type }) => type === 'decide');
  const data = decided?.data ?? {};
  const notice = matter.events.findLast(({ type }) => type === 'serve_notice')?.data ?? {};
  const [rule = ''] = linesOf(data['basis']);
  return {
    title: matter.title ?? '',
    facts: textOf(data['facts'] ?? notice['facts']),
    outcome: textOf(data['penalty'] ?? data['measure']),
    basis: linesOf(data['basis']).join('\n'),
    amount_minor: amountOf(data['fine_minor'], matter.currency),
    effective_on: decided?.on ?? '',
    scope: textOf(data['shop']),
    rule_title: rule,
    rule_article: rule,
  };
}

/** A publication of what was written; `data` has every field that is not optional. */
export function publicationBody(
  matter: Matter,
  kind: 'decision' | 'measure',
  data: Readonly<Record<string, unknown>>,
): Body {
  const decided = matter.events.findLast(({ type }) => type === 'decide');
  const text = (name: string): string => textOf(data[name]);
  const orNull = (name: string): string | null => (text(name) === '' ? null : text(name));
  const amount = data['amount_minor'];
  return {
    matter_id: matter.id,
    kind,
    title: text('title'),
    number: orNull('number'),
    subject: {
      name: text('subject_name'),
      credit_code: orNull('credit_code'),
      is_person: data['is_person'] === true,
    },
    persons: linesOf(data['persons']),
    region: orNull('region'),
    category: text('category'),
    facts: text('facts'),
    outcome: text('outcome'),
    basis: linesOf(data['basis']),
    amount_minor: typeof amount === 'number' ? amount : null,
    currency: typeof amount === 'number' ? matter.currency : null,
    decided_on: decided?.on ?? '',
    minor: data['minor'] === true,
    reasons: kind === 'measure' ? reasonsOf(matter, decided, data) : null,
    draw: null,
    ends_on: dayOf(decided?.data['ends_on']),
  };
}

/** The statement of reasons of a measure, of what its matter says and what was added. */
function reasonsOf(
  matter: Matter,
  decided: MatterEvent | undefined,
  data: Readonly<Record<string, unknown>>,
): Body['reasons'] {
  const said = decided?.data ?? {};
  const told = matter.events.findLast(({ type }) => type === 'notify');
  const version = textOf(data['rule_version']);
  const ends_on = dayOf(said['ends_on']);
  return {
    decided_on: decided?.on ?? null,
    told_on: told?.on ?? null,
    effective_on: dayOf(data['effective_on']),
    measure: textOf(data['outcome']),
    scope: textOf(data['scope']),
    territory: null,
    ends_on,
    open_ended: ends_on === null,
    facts: textOf(data['facts']),
    source: null,
    grounds: [
      {
        kind: 'rule',
        title: textOf(data['rule_title']),
        article: textOf(data['rule_article']),
        version: version === '' ? null : version,
        why: textOf(said['grounds']),
      },
    ],
    found_by_machine: said['found_by_machine'] === true,
    // Of a heavy step two persons decide, always.
    decided_by_machine: false,
    person_on_request: null,
    redress: [{ kind: 'platform', how: textOf(said['appeal_path']) }],
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const dayOf = (value: unknown): string | null => (textOf(value) === '' ? null : textOf(value));

function linesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Minor units as they are written in a form, without a part that is nothing. */
function amountOf(minor: unknown, currency: string | null): string {
  if (typeof minor !== 'number' || minor === 0) return '';
  return decimalText(minor, currency === null ? 0 : minorDigitsOf(currency)).replace(/\.0+$/, '');
}
