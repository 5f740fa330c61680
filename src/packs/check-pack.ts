import { digestOf } from '../evidence/digest.ts';
import { compareText, severityOf } from '../model/issue.ts';
import type { RowForm } from '../model/predicate.ts';
import type { Pack } from '../model/provision.ts';
import type { ProvisionTestFile } from '../provisions/test-file.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { packHead } from './front-matter.ts';
import { parseCalendars } from './parse-calendar.ts';
import { parseCoverage } from './parse-coverage.ts';
import { parseDeadlines } from './parse-deadlines.ts';
import { parseProvision } from './parse-provision.ts';
import type { ParsedProvision } from './parse-provision.ts';
import { parseSheets } from './parse-sheets.ts';
import { parseTerms } from './parse-terms.ts';
import { parseTestFile } from './test-file.ts';
import { overlappingVersions } from './overlapping-versions.ts';
import { nodeAt, parseYaml, spanOf } from './yaml-shape.ts';

/** What the files of a pack hold; `pack` is null as soon as one diagnostic is an error. */
export interface CheckedPack {
  readonly pack: Pack | null;
  /** IANA zone its dates are meant in; null without a sound pack.yaml. */
  readonly time_zone: string | null;
  /** Test files by provision file name. */
  readonly tests: ReadonlyMap<string, ProvisionTestFile>;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly PackFile[];
}

/**
 * Checks that need the SQL of provisions understood, and for each the form in which one row
 * decides it; given by the caller to keep this pure.
 */
export type SqlCheck = (parsed: readonly ParsedProvision[]) => Promise<readonly (RowForm | null)[]>;

/** Whether the cases of provisions are read as well: judging needs no more than that there are. */
export type TestReading = 'tests' | 'no_tests';

/** Reads a pack out of its files: everything wrong with it, or the pack. */
export async function checkPack(
  files: readonly PackFile[],
  checkSql: SqlCheck,
  reading: TestReading = 'tests',
): Promise<CheckedPack> {
  const diagnostics: Diagnostic[] = [];
  const tests = new Map<string, ProvisionTestFile>();
  const head = readHead(files, diagnostics);
  const unchecked: ParsedProvision[] = [];
  for (const file of files.filter(({ name }) => isProvision(name))) {
    const report = reporterFor(file, diagnostics);
    const testSource = testBeside(file, files);
    if (!testSource) report('pack.no_test', { file: testNameOf(file.name) }, 0);
    const test =
      testSource && reading === 'tests'
        ? parseTestFile(testSource, reporterFor(testSource, diagnostics))
        : null;
    if (test) tests.set(file.name, test);
    const one = parseProvision(file, head?.id ?? '', report);
    if (!one) continue;
    checkFileName(one);
    unchecked.push(one);
  }
  const checking = checkSql(unchecked);
  // The engine works meanwhile.
  const calendar = parseCalendars(files, diagnostics);
  const sheets = parseSheets(files, diagnostics);
  const terms = parseTerms(files, diagnostics);
  const deadlines = parseDeadlines(files, diagnostics);
  const rows = await checking;
  const parsed = unchecked.map((one, i) => {
    return { ...one, provision: { ...one.provision, row: rows[i] ?? null } };
  });
  checkVersions(parsed);
  const coverage = parseCoverage(files, parsed, diagnostics);
  diagnostics.push(...strayTests(files).map(strayTest));
  diagnostics.sort((a, b) => compareText(orderOf(a), orderOf(b)));
  const sound = diagnostics.every(({ code }) => severityOf(code) !== 'error');
  const beside = { calendar, coverage, sheets, terms, deadlines };
  const pack = head && sound ? packOf(head, files, parsed, beside) : null;
  return { pack, time_zone: head?.time_zone ?? null, tests, diagnostics, files };
}

/** Whether a file of a pack is a version of a provision. */
export function isProvision(name: string): boolean {
  return /^provisions\/.*\.md$/.test(name);
}

/** The name of the file with the cases of a provision's file. */
export function testNameOf(name: string): string {
  return name.replace(/\.md$/, '.test.yaml');
}

function testBeside({ name }: PackFile, files: readonly PackFile[]): PackFile | undefined {
  const wanted = testNameOf(name);
  return files.find((one) => one.name === wanted);
}

function strayTest({ name }: PackFile): Diagnostic {
  const place = { file: name, line: 1, column: 1 };
  return { code: 'pack.stray_test', params: { file: name }, place, length: 1 };
}

type Beside = Pick<Pack, 'calendar' | 'coverage' | 'sheets' | 'terms' | 'deadlines'>;
type Head = Omit<Pack, 'digest' | 'provisions' | keyof Beside>;

function readHead(files: readonly PackFile[], diagnostics: Diagnostic[]): Head | null {
  const file = files.find(({ name }) => name === 'pack.yaml');
  if (!file) {
    const place = { file: 'pack.yaml', line: null, column: null };
    diagnostics.push({ code: 'pack.no_pack_file', params: {}, place, length: 1 });
    return null;
  }
  const yaml = parseYaml(file.text, 0, reporterFor(file, diagnostics));
  const head = yaml ? packHead(yaml, yaml.document.contents, null) : undefined;
  if (head === undefined) return null;
  // Of matters, not of what is inspected.
  const { currency: _currency, ...rest } = head;
  return rest;
}

function packOf(
  head: Head,
  files: readonly PackFile[],
  parsed: readonly ParsedProvision[],
  beside: Beside,
): Pack {
  const provisions = parsed
    .map(({ provision }) => provision)
    .toSorted((a, b) => compareText(a.id, b.id) || compareText(a.in_force.from, b.in_force.from));
  return { ...head, digest: digestOfFiles(files), ...beside, provisions };
}

/** What names a pack: SHA-256 over its files' names and digests. */
export function digestOfFiles(files: readonly PackFile[]): string {
  const listing = files
    .map(({ name, sha256 }) => [name, sha256] as const)
    .toSorted(([a], [b]) => compareText(a, b));
  return digestOf(listing);
}

/** A file is named like its provision: `<id>.md`, or `<id>@<first day>.md` for another version. */
function checkFileName({ provision, file, yaml, report }: ParsedProvision): void {
  const name = file.name.split('/').at(-1);
  const expected = [`${provision.id}.md`, `${provision.id}@${provision.in_force.from}.md`];
  if (name !== undefined && expected.includes(name)) return;
  report(
    'pack.file_name',
    { expected: expected.join(' | ') },
    ...spanOf(yaml, nodeAt(yaml, ['id'])),
  );
}

function checkVersions(parsed: readonly ParsedProvision[]): void {
  for (const [earlier, later] of overlappingVersions(parsed)) {
    const span = spanOf(later.yaml, nodeAt(later.yaml, ['in_force']));
    later.report(
      'pack.version_overlap',
      { id: later.provision.id, other: earlier.file.name },
      ...span,
    );
  }
}

function strayTests(files: readonly PackFile[]): PackFile[] {
  const names = new Set(files.map(({ name }) => name));
  return files.filter(
    ({ name }) => name.endsWith('.test.yaml') && !names.has(name.replace(/\.test\.yaml$/, '.md')),
  );
}

function pad(n: number | null): string {
  return String(n ?? 0).padStart(9, '0');
}

function orderOf({ place, code }: Diagnostic): string {
  return [place.file ?? '', pad(place.line), pad(place.column), code].join('\0');
}
