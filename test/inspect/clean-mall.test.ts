import { expect, it } from 'vitest';
import { generateClean } from '../../src/generate/generate-clean.ts';
import { inspectPlatform } from '../support/inspected.ts';

it('finds nothing in a mall that keeps the law', async () => {
  const { report } = await inspectPlatform((writer) => generateClean(writer));
  const found = report.findings.map(({ provision, subject }) => `${provision} ${subject.id}`);
  expect(found).toEqual([]);
  expect(report.verdicts.breach).toBe(0);
  expect(report.verdicts.no_breach).toBeGreaterThan(5);
});
