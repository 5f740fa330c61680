import { issueCodes } from './issue-codes.ts';
import { fill } from './localised.ts';
import type { Localised } from './localised.ts';

export type IssueCode = keyof typeof issueCodes;
export type Severity = 'error' | 'warning' | 'info';

/** Where something stands in a raw file. Lines and columns count from 1; null where it has none. */
export interface Place {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** Values that fill the `{names}` in an issue's sentences. */
export type IssueParams = Readonly<Record<string, string | number>>;

/** One thing that went differently than the data promised: what happened, where, how often. */
export interface Issue extends Place {
  readonly code: IssueCode;
  readonly params: IssueParams;
  /** How many times it happened; the place is that of the first. */
  readonly count: number;
}

export const nowhere: Place = { file: null, line: null, column: null };

export function severityOf(code: IssueCode): Severity {
  return issueCodes[code].severity;
}

/** What happened and what to do, with the values in place. */
export function describeIssue(issue: Pick<Issue, 'code' | 'params'>): Localised {
  const { what, todo } = issueCodes[issue.code];
  return {
    en: `${fill(what.en, issue.params)} ${fill(todo.en, issue.params)}`.trim(),
    zh: `${fill(what.zh, issue.params)}${fill(todo.zh, issue.params)}`,
  };
}

/** An issue that stops the run. The only error class thrown on purpose. */
export class PolyprismError extends Error {
  readonly issue: Issue;

  constructor(code: IssueCode, params: IssueParams = {}, place: Place = nowhere) {
    const issue: Issue = { code, params, count: 1, ...place };
    const at = place.file === null ? '' : `${place.file}${placeSuffix(place)}: `;
    super(`${at}${code}: ${describeIssue(issue).en}`);
    this.name = 'PolyprismError';
    this.issue = issue;
  }
}

function placeSuffix(place: Place): string {
  if (place.line === null) return '';
  return place.column === null ? `:${place.line}` : `:${place.line}:${place.column}`;
}

/**
 * Folds issues of one code, file and subject into one with a count, in a stable order.
 * `fold` names the params that tell two subjects apart (a table, a column); others keep
 * the first occurrence's value.
 */
export class IssueLog {
  readonly #folded = new Map<string, { issue: Issue; count: number }>();

  add(code: IssueCode, params: IssueParams = {}, place: Place = nowhere, count = 1): void {
    const key = [code, place.file ?? '', params['table'] ?? '', params['column'] ?? ''].join('\0');
    const seen = this.#folded.get(key);
    if (seen) seen.count += count;
    else this.#folded.set(key, { issue: { code, params, count: 1, ...place }, count });
  }

  addAll(issues: Iterable<Issue>): void {
    for (const { code, params, file, line, column, count } of issues) {
      this.add(code, params, { file, line, column }, count);
    }
  }

  list(): Issue[] {
    return [...this.#folded.values()]
      .map(({ issue, count }) => Object.assign({}, issue, { count }))
      .toSorted((a, b) => compareText(issueOrder(a), issueOrder(b)));
  }
}

function issueOrder(issue: Issue): string {
  const line = String(issue.line ?? 0).padStart(15, '0');
  return [issue.code, issue.file ?? '', line, JSON.stringify(issue.params)].join('\0');
}

/** Compares by UTF-16 code unit: the same order in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
