import { displayEnds } from './display-term.ts';
import { maskName } from './mask-name.ts';
import { maskText } from './mask-text.ts';
import type { RemovedKind } from './mask-text.ts';
import { removedKinds } from './mask-text.ts';
import { isCreditCode } from './credit-code.ts';
import { recordDigest } from './public-record.ts';
import type { PublicRecord } from './public-record.ts';

/** What somebody wants to publish, with names as they are. */
export interface Draft extends Omit<
  PublicRecord,
  'version' | 'shown_until' | 'corrects' | 'correction'
> {
  /** Natural persons named in its texts. */
  readonly persons: readonly string[];
  /** A minor decision: shown for 3 months. */
  readonly minor: boolean;
  /** The day a measure or recall ends; null where it holds until it is lifted. */
  readonly ends_on: string | null;
}

/** The record and its digest, with what was taken out on the way. */
export interface Published {
  readonly record: PublicRecord;
  readonly digest: string;
  readonly removed: Readonly<Record<RemovedKind, number>>;
}

/**
 * A draft as it is published: persons masked in every text, the end of its display worked out.
 * `before` is the version it corrects: what stays of that one is its digest.
 */
export function publish(
  draft: Draft,
  before: { readonly record: PublicRecord; readonly correction: string } | null,
): Published {
  const { persons, minor, ends_on, ...rest } = draft;
  const named = draft.subject?.is_person === true ? [draft.subject.name, ...persons] : persons;
  const removed = { name: 0, address: 0, mail: 0, number: 0 };
  const mask = (text: string): string => {
    const masked = maskText(text, named);
    for (const kind of removedKinds) removed[kind] += masked.removed[kind];
    return masked.text;
  };
  const record: PublicRecord = {
    ...rest,
    version: (before?.record.version ?? 0) + 1,
    publisher: rest.publisher.toWellFormed(),
    title: mask(rest.title),
    number: rest.number === null ? null : mask(rest.number),
    facts: mask(rest.facts),
    outcome: mask(rest.outcome),
    category: mask(rest.category),
    region: rest.region === null ? null : mask(rest.region),
    basis: rest.basis.map(mask),
    subject: rest.subject && subjectOf(rest.subject, mask),
    reasons: rest.reasons && eachText(rest.reasons, mask),
    shown_until: displayEnds(draft.kind, draft.published_on, { minor, ends_on }),
    corrects: before === null ? null : recordDigest(before.record),
    correction: before === null ? null : mask(before.correction),
  };
  return { record, digest: recordDigest(record), removed };
}

/** A person has no code, a firm's is kept where it is one. */
function subjectOf(
  { name, credit_code, is_person }: NonNullable<PublicRecord['subject']>,
  mask: (text: string) => string,
): NonNullable<PublicRecord['subject']> {
  if (is_person) return { name: maskName(name), credit_code: null, is_person };
  const code = credit_code !== null && isCreditCode(credit_code) ? credit_code : null;
  return { name: mask(name), credit_code: code, is_person };
}

/** The same value with every text in it changed; days have no text that could be. */
function eachText<T>(value: T, change: (text: string) => string): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return change(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  // The walk keeps the shape and changes texts to texts.
  return walk(value) as T;
}
