import type { ProvisionTestFile } from './test-file.ts';

/** The kinds of case every provision's tests must have; whether they bite is shown by mutants. */
export const caseKinds = ['breach', 'clean', 'undecided', 'first_day'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Those of the kinds that are missing, but for `first_day`, which only a run can tell. */
export function missingCases({ cases }: ProvisionTestFile): CaseKind[] {
  const some = (holds: (one: ProvisionTestFile['cases'][number]) => boolean): boolean =>
    cases.some(holds);
  const there: Partial<Record<CaseKind, boolean>> = {
    breach: some(({ expect }) => expect.breach.length > 0),
    clean: some(({ expect }) => expect.ok.length > 0),
    undecided: some(({ expect }) => expect.cannot_tell.length > 0),
  };
  return caseKinds.filter((kind) => there[kind] === false);
}
