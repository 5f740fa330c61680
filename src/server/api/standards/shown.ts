import type { z } from '@hono/zod-openapi';
import { coverageStatuses } from '../../../model/coverage.ts';
import type { Deadline } from '../../../model/deadline.ts';
import type { Pack, Provision } from '../../../model/provision.ts';
import type { ProvisionTestCase } from '../../../packs/test-file.ts';
import type {
  deadline,
  provisionHead,
  provisionVersion,
  standard,
} from '../../contract/standards-shapes.ts';

export function shownStandard(pack: Pack): z.input<typeof standard> {
  const { id, version, digest, publisher, title, jurisdiction, time_zone, coverage } = pack;
  const ids = new Map(pack.provisions.map((one) => [one.id, one.stage]));
  const inStage = (stage: string): number =>
    [...ids.values()].filter((one) => one === stage).length;
  const covered = coverageStatuses.map((status) => [
    status,
    coverage.filter((row) => row.status === status).length,
  ]);
  return {
    id,
    version,
    digest,
    publisher,
    title,
    jurisdiction,
    time_zone,
    provisions: ids.size,
    versions: pack.provisions.length,
    articles: coverage.length,
    deadlines: pack.deadlines.length,
    by_stage: { pre: inStage('pre'), in: inStage('in'), after: inStage('after') },
    by_coverage: Object.fromEntries(covered),
  };
}

export function shownHead(one: Provision): z.input<typeof provisionHead> {
  return {
    standard: one.pack,
    id: one.id,
    title: one.title,
    status: one.status,
    severity: one.severity,
    in_force: one.in_force,
    stage: one.stage,
    duty_bearer: [...one.duty_bearer],
    subject: one.subject,
    finds: one.finds,
    cites: [...one.cites],
  };
}

export function shownVersion(
  one: Provision,
  cases: readonly ProvisionTestCase[],
): z.input<typeof provisionVersion> {
  const { file, sha256, jurisdiction, check, remedy, law, reading, test, cannot_tell } = one;
  return {
    ...shownHead(one),
    file,
    sha256,
    jurisdiction,
    check,
    remedy,
    law,
    reading,
    test,
    cannot_tell,
    explain: one.explain,
    reads: one.reads.map(({ table, required, optional }) => ({
      table,
      required: [...required],
      optional: [...optional],
    })),
    parameters: one.parameters.map(({ values, ...of }) => ({ ...of, values: [...values] })),
    exceptions: [...one.exceptions],
    false_positives: [...one.false_positives],
    fine: one.fine && { ...one.fine, values: [...one.fine.values] },
    related: [...one.related],
    cases: cases.map(shownCase),
  };
}

function shownCase({ name, as_of, tables, present, absent, expect }: ProvisionTestCase) {
  const filled = Object.entries(tables).map(([table, rows]) => [table, [...(rows ?? [])]]);
  return {
    name,
    as_of,
    tables: Object.fromEntries(filled),
    present: [...present],
    absent: [...absent],
    expect: {
      breach: expect.breach.map((one) => ({ ...one })),
      cannot_tell: expect.cannot_tell.map((one) => ({ ...one })),
      ok: [...expect.ok],
    },
  };
}

export function shownDeadline(one: Deadline): z.input<typeof deadline> {
  return { ...one, duty_bearer: [...one.duty_bearer], clauses: [...one.clauses] };
}
