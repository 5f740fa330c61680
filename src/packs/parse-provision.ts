import { addDays } from '../model/days.ts';
import type { FineRange, InForce, Parameter, Provision, Reads } from '../model/provision.ts';
import { columnsOf, isTableName } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { byFirstDay, checkPeriod, firstOverlap } from './check-periods.ts';
import type { PackFile, Report } from './diagnostic.ts';
import { frontMatter } from './front-matter.ts';
import { bothLanguages, cutMarkdown, sqlOf, textsOf } from './sections.ts';
import type { Stretch } from './sections.ts';
import { keyAt, nodeAt, parseYaml, spanOf, wrong } from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

/** A provision and where its parts stand, for the checks that need more than one part. */
export interface ParsedProvision {
  readonly provision: Provision;
  readonly file: PackFile;
  readonly report: Report;
  readonly yaml: Yaml;
  readonly test: Stretch;
  readonly cannot_tell: Stretch | null;
  readonly explain: { readonly zh: Stretch; readonly en: Stretch };
}

/** Reads one provision's Markdown file; null when it is not sound enough to go on. */
export function parseProvision(
  file: PackFile,
  pack: string,
  report: Report,
): ParsedProvision | null {
  const markdown = cutMarkdown(file, report);
  if (!markdown) return null;
  const { front_matter } = markdown;
  const yaml = parseYaml(front_matter.text, front_matter.start, report);
  const head = yaml ? frontMatter(yaml, yaml.document.contents, null) : undefined;
  const law = bothLanguages(markdown, 'Law', report);
  const reading = bothLanguages(markdown, 'Reading', report);
  const test = sqlOf(markdown, 'Test', 'needed', report);
  const cannot_tell = sqlOf(markdown, 'Cannot tell when', 'optional', report);
  const explain = bothLanguages(markdown, 'Explain', report);
  if (!yaml || !head || !law || !reading || !test || !explain) return null;

  const subject = head.subject === 'data_set' || isTableName(head.subject) ? head.subject : null;
  if (!subject) unknownTable(yaml, head.subject, nodeAt(yaml, ['subject']));
  const reads = readsOf(yaml, head.reads);
  const parameters = (head.parameters ?? []).map(([name, { unit, values }]) => ({
    name,
    unit,
    values,
  }));
  checkPeriod(yaml, head.in_force, ['in_force']);
  checkParameters(yaml, parameters, head.in_force);
  checkFine(yaml, head.fine?.values ?? []);
  if (!subject || !reads) return null;

  const provision: Provision = {
    ...head,
    finds: head.finds ?? 'breach',
    fine: head.fine ?? null,
    pack,
    file: file.name,
    sha256: file.sha256,
    subject,
    reads,
    parameters,
    exceptions: head.exceptions ?? [],
    false_positives: head.false_positives ?? [],
    related: head.related ?? [],
    law: textsOf(law),
    reading: textsOf(reading),
    test: test.text,
    cannot_tell: cannot_tell?.text ?? null,
    explain: textsOf(explain),
    row: null,
  };
  return { provision, file, report, yaml, test, cannot_tell, explain };
}

function readsOf(yaml: Yaml, entries: readonly [string, string[]][]): Reads[] | null {
  let sound = true;
  const reads = entries.flatMap(([table, columns]): Reads[] => {
    if (!isTableName(table)) {
      unknownTable(yaml, table, keyAt(yaml, ['reads', table]));
      sound = false;
      return [];
    }
    sound = columnsAreSound(yaml, table, columns) && sound;
    return [
      {
        table,
        required: columns.filter((column) => !column.endsWith('?')),
        optional: columns.filter((column) => column.endsWith('?')).map((name) => name.slice(0, -1)),
      },
    ];
  });
  return sound ? reads : null;
}

function columnsAreSound(yaml: Yaml, table: TableName, columns: readonly string[]): boolean {
  const known = columnsOf(table);
  const seen = new Set<string>();
  let sound = true;
  columns.forEach((written, i) => {
    const column = written.replace(/\?$/, '');
    const span = spanOf(yaml, nodeAt(yaml, ['reads', table, i]));
    if (known.has(column) && !seen.has(column)) {
      seen.add(column);
      return;
    }
    if (seen.has(column)) yaml.report('pack.read_twice', { table, column }, ...span);
    else {
      const params = { table, column, known: [...known.keys()].join(', ') };
      yaml.report('pack.unknown_column', params, ...span);
    }
    sound = false;
  });
  return sound;
}

function unknownTable(yaml: Yaml, table: string, node: ReturnType<typeof nodeAt>): void {
  yaml.report('pack.unknown_table', { table }, ...spanOf(yaml, node));
}

/** On every day the version is in force each parameter has exactly one value. */
function checkParameters(yaml: Yaml, parameters: readonly Parameter[], in_force: InForce): void {
  for (const { name, values } of parameters) {
    values.forEach((value, i) => checkPeriod(yaml, value, ['parameters', name, 'values', i]));
    const fault = firstFault(values, in_force);
    if (!fault) continue;
    const span = spanOf(yaml, nodeAt(yaml, ['parameters', name, 'values']));
    const code = fault.kind === 'gap' ? 'pack.parameter_gap' : 'pack.parameter_overlap';
    yaml.report(code, { parameter: name, day: fault.day }, ...span);
  }
}

/** A fine has one range on a day at most, and its least is no more than its most. */
function checkFine(yaml: Yaml, values: readonly FineRange[]): void {
  values.forEach((value, i) => {
    const path = ['fine', 'values', i];
    checkPeriod(yaml, value, path);
    if (value.max === null || value.min <= value.max) return;
    wrong(yaml, nodeAt(yaml, [...path, 'max']), null, `max ≥ ${value.min}`);
  });
  const day = firstOverlap(values);
  if (day === null) return;
  const span = spanOf(yaml, nodeAt(yaml, ['fine', 'values']));
  yaml.report('pack.parameter_overlap', { parameter: 'fine', day }, ...span);
}

/** The earliest day with two values, or of the time in force with none. */
function firstFault(
  values: readonly InForce[],
  in_force: InForce,
): { readonly kind: 'gap' | 'overlap'; readonly day: string } | null {
  const overlap = firstOverlap(values);
  const gap = firstGap(values, in_force);
  if (overlap !== null && (gap === null || overlap < gap)) return { kind: 'overlap', day: overlap };
  return gap === null ? null : { kind: 'gap', day: gap };
}

function firstGap(values: readonly InForce[], in_force: InForce): string | null {
  let next = in_force.from;
  for (const { from, to } of values.toSorted(byFirstDay)) {
    if (from > next) return next;
    if (to === null) return null;
    if (to >= next) next = addDays(to, 1);
  }
  return in_force.to !== null && next > in_force.to ? null : next;
}
