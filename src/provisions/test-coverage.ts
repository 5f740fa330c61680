import type { ProvisionTestFile } from './test-file.ts';

/** The kinds of case every provision's tests must have; whether they bite is shown by mutants. */
export function missingCases({ cases }: ProvisionTestFile): string[] {
  const some = (holds: (one: ProvisionTestFile['cases'][number]) => boolean): boolean =>
    cases.some(holds);
  const missing = {
    'a breach': !some(({ expect }) => expect.breach.length > 0),
    'a clean case': !some(({ expect }) => expect.ok.length > 0),
    'a case that cannot be told': !some(({ expect }) => expect.cannot_tell.length > 0),
  };
  return Object.entries(missing).flatMap(([kind, isMissing]) => (isMissing ? [kind] : []));
}
