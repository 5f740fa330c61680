import { describe, expect, it } from 'vitest';
import { reportClassification } from '../../src/inspect/report-classification.ts';
import type { InForce, Provision, Rank } from '../../src/model/provision.ts';
import { sample } from '../provisions/sample-provision.ts';

function version(rank: Rank, in_force: InForce): Provision {
  const law = { zh: '某法', en: 'Some law' };
  const cite = { law, article: '1', rank, url: null, checked: '2026-11-28' } as const;
  return { ...sample, sha256: rank, in_force, cites: [{ ...cite, confidence: 'memory' }] };
}

const counts = { holds: 1, does_not_hold: 2, undecided: 3, needs: [] };
const classified = { provision: sample.id, ...counts };
const rule = version('departmental_rule', { from: '2020-01-01', to: null });
const law = version('law', { from: '2024-07-01', to: null });
const packs = [{ provisions: [{ ...rule, id: 'another' }] }, { provisions: [rule, law] }];

describe('a classification in the report', () => {
  it.each([
    ['2024-06-30', 'departmental_rule'],
    ['2024-07-01', 'law'],
  ])('stands once, under the version that decides: %s', (as_of, sha256) => {
    expect(reportClassification(classified, packs, as_of)).toMatchObject({ ...counts, sha256 });
  });

  it('is none before any version is in force', () => {
    expect(reportClassification(classified, packs, '2019-12-31')).toBeNull();
  });
});
