import { beforeAll, describe, expect, it } from 'vitest';
import { generateLawful } from '../../src/generate/lawful/generate-lawful.ts';
import { listedFindings, listedUndecided } from '../../src/generate/lawful/listed.ts';
import type { Report } from '../../src/model/report.ts';
import { inspectPlatform } from '../support/inspected.ts';

/** The present law; and the day before the texts of October 2025 and later came. */
describe.each([
  ['2026-10-31', 'today'],
  ['2025-09-30', 'the older texts'],
])('a platform that keeps the law, judged on %s (%s)', (until) => {
  let report: Report;
  let rows: Readonly<Record<string, number>>;

  beforeAll(async () => {
    const options = { members: 300, until };
    const run = await inspectPlatform((writer) => generateLawful(writer, options));
    ({ report } = run);
    ({ rows } = run.truth);
  }, 60_000);

  it('is read whole: every row of every table, and nothing to remark', () => {
    expect(report.software.name).toBe('canonical tables');
    expect(report.issues).toEqual([]);
    const read = Object.entries(report.tables).map(([name, table]) => [name, table.read]);
    expect(Object.fromEntries(read)).toEqual(rows);
    expect(Object.values(rows).filter((count) => count === 0)).toEqual([]);
    expect(report.as_of).toBe(until);
  });

  it('breaches nothing; what it gives an indication of is listed with a reason', () => {
    expect(report.verdicts.breach).toBe(0);
    const found = report.findings.map(({ provision, subject }) => `${provision} ${subject.id}`);
    const listed = listedFindings.map(({ provision, what }) => `${provision} ${what}`);
    expect(found.toSorted()).toEqual(listed.toSorted());
  });

  it('is decided by every provision but those listed with a reason', () => {
    const undecided = report.verdicts.by_provision.flatMap(({ provision, needs }) =>
      needs.filter((need) => need !== 'review').map((need) => `${provision} ${need}`),
    );
    const listed = listedUndecided.map(({ provision, what }) => `${provision} ${what}`);
    expect(undecided.toSorted()).toEqual(listed.toSorted());
  });
});
