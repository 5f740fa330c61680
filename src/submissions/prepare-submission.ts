import type { Calendar } from '../deadlines/calendar.ts';
import { deadlineOn } from '../deadlines/deadline-on.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { sha256 } from '../evidence/digest.ts';
import type { Deadline } from '../model/deadline.ts';
import { PolyprismError } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';
import { difference } from './difference.ts';
import type { PartDifference } from './difference.ts';
import { fillLines } from './fill-lines.ts';
import type { FilledPart, Gap, GapKind } from './fill-lines.ts';
import { keyIdOf, lineDigests, subjectDigest } from './line-digests.ts';
import type { OwedReport, ReportPart } from './owed-report.ts';
import { gapsCsv, partCsv } from './part-csv.ts';
import type { Identities } from './read-identities.ts';
import { receiptSchema } from './receipt.ts';
import type { PartCount, Receipt } from './receipt.ts';
import { readRows, readSubjects, readUnplaced } from './read-rows.ts';
import { windowOf } from './window.ts';

export interface SubmissionOptions {
  readonly report: OwedReport;
  readonly reference_on: string;
  /** IANA zone of legal dates. */
  readonly time_zone: string;
  readonly identities: Identities | null;
  readonly last: Receipt | null;
  /** Of submissions: `submissionKey`. */
  readonly key: Uint8Array;
  readonly deadlines: readonly Deadline[];
  readonly calendar: Calendar;
  readonly language: keyof Localised;
  readonly submitted_on: string;
  readonly submitted_by: string;
}

export interface Submission {
  /** To be handed over: name and text. They hold what identities were given. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly gaps: { readonly name: string; readonly text: string };
  readonly receipt: Receipt;
  /** By part; null without a last submission. */
  readonly difference: Readonly<Record<string, PartDifference>> | null;
}

/**
 * A report as it stands in the tables on a reference date, with what is wrong with it, the receipt
 * and the difference since the last. Throws `submission.not_owed` where no text in force asks for
 * it, `submission.too_large` beyond the limit.
 */
export async function prepareSubmission(
  engine: SqlEngine,
  options: SubmissionOptions,
): Promise<Submission> {
  const { report, reference_on, identities, language } = options;
  const window = windowOf(report, reference_on, options.deadlines, options.calendar);
  const asked = window?.opens_on ?? reference_on;
  if (asked < report.in_force_from || (report.window !== null && window === null)) {
    const params = { report: report.id, on: asked, from: report.in_force_from };
    throw new PolyprismError('submission.not_owed', params);
  }
  const filled: { part: ReportPart; lines: FilledPart['lines']; gaps: readonly Gap[] }[] = [];
  for (const part of report.parts) {
    const rows = await readRows(engine, part, options);
    filled.push({ part, ...fillLines(part, rows, identities, language) });
  }
  const unplaced = await readUnplaced(engine, report, options);
  const texts = filled.map(({ part, lines }) => ({
    name: `${part.name}.csv`,
    text: partCsv(part, lines, language),
  }));
  const whole = filled.map(({ part, lines }) => ({
    part: part.name,
    lines: lines.map(({ subject, values }) => ({
      subject,
      ...Object.fromEntries(part.fields.map(({ name }, i) => [name, values[i] ?? null])),
    })),
  }));
  const json = canonicalJson({ report: report.id, reference_on, parts: whole });
  const files = [...texts, { name: 'report.json', text: `${json}\n` }];
  const { deadlines, calendar, submitted_on, submitted_by, key, last } = options;
  const kept = deadlines.find(({ id }) => id === report.kept);
  const receipt: Receipt = {
    schema: receiptSchema,
    report: report.id,
    reference_on,
    window,
    recipient: report.recipient,
    submitted_on,
    submitted_by,
    late: window && submitted_on > window.due_on,
    files: files.map(({ name, text }) => ({
      name,
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
    })),
    parts: filled.map(({ part, lines, gaps }) => countOf(part.name, lines.length, gaps)),
    unplaced: tally(unplaced.map(({ needs }) => needs)),
    key_id: keyIdOf(key),
    digests: Object.fromEntries(
      filled.map(({ part, lines }) => [part.name, lineDigests(key, part, lines)]),
    ),
    state: 'locked',
    kept_until: (kept && deadlineOn(kept, submitted_on, calendar)?.due_on) ?? null,
    acknowledged: null,
  };
  return {
    files,
    gaps: { name: 'gaps.csv', text: gapsCsv(filled, unplaced, language) },
    receipt,
    difference: last && (await differenceOf(engine, report, key, last, receipt)),
  };
}

async function differenceOf(
  engine: SqlEngine,
  report: OwedReport,
  key: Uint8Array,
  last: Receipt,
  now: Receipt,
): Promise<Record<string, PartDifference>> {
  const found: Record<string, PartDifference> = {};
  for (const part of report.parts) {
    const subjects = await readSubjects(engine, part);
    const names = new Map(subjects.map((one) => [subjectDigest(key, part.name, one), one]));
    const [before = {}, after = {}] = [last.digests[part.name], now.digests[part.name]];
    found[part.name] = difference(before, after, names);
  }
  return found;
}

function countOf(name: string, lines: number, gaps: readonly Gap[]): PartCount {
  const of = (kind: GapKind): Readonly<Record<string, number>> =>
    tally(gaps.filter((gap) => gap.kind === kind).map(({ field }) => field));
  const incomplete = new Set(gaps.map(({ subject }) => subject)).size;
  return {
    name,
    lines,
    complete: lines - incomplete,
    missing: of('missing'),
    differs: of('differs'),
  };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
