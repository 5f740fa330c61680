import { describe, expect, it } from 'vitest';
import { compareFindings } from '../../src/inspect/compare-findings.ts';
import type { EvidenceValue, Finding, ProvisionVerdict } from '../../src/model/provision.ts';

type Evidence = Record<string, EvidenceValue>[];

function finding(provision: string, id: string, act_on: string | null, ...evidence: Evidence) {
  const common = { provision_sha256: 'x', version_in_force: '2020-01-01', parameters: {} };
  return {
    ...common,
    id: `${provision} ${id} ${act_on}`,
    provision,
    subject: { table: 'order', id },
    act_on,
    evidence,
    stage: 'in',
    severity: 'low',
    verdict: 'breach',
    explanation: { en: '', zh: '' },
  } satisfies Finding;
}

function says(provision: string, verdict: ProvisionVerdict['verdict']): ProvisionVerdict {
  return { provision, verdict, findings: 0, undecided: 0, needs: [] };
}

const nothing = { findings: 0, subjects: 0, money: {} };

describe('compareFindings', () => {
  it('tells by provision, subject and day what is gained, lost and kept, and its money', () => {
    const before = {
      verdicts: [says('b', 'breach'), says('a', 'breach'), says('gone', 'no_breach')],
      findings: [
        finding('a', 'o1', '2026-01-01', { paid_minor: 1 }),
        finding('a', 'o2', '2026-01-01', { paid_minor: 100, fee_minor: 7 }),
        finding('a', 'o2', '2026-02-01', { paid_minor: 50 }, { paid_minor: null }),
        finding('b', 'o1', null, { days: 8 }),
      ],
    };
    const after = {
      verdicts: [says('a', 'breach'), says('b', 'no_breach'), says('come', 'cannot_tell')],
      findings: [
        { ...finding('a', 'o1', '2026-01-01', { paid_minor: 2 }), provision_sha256: 'y' },
        // As text where a sum is too large for a number, and never through one.
        finding('a', 'o9', null, { paid_minor: '9007199254740993', refunded_minor: -5 }),
      ],
    };
    expect(compareFindings(before, after)).toEqual([
      {
        provision: 'a',
        before: 'breach',
        after: 'breach',
        kept: 1,
        gained: {
          findings: 1,
          subjects: 1,
          money: { paid_minor: '9007199254740993', refunded_minor: '-5' },
        },
        lost: { findings: 2, subjects: 1, money: { fee_minor: '7', paid_minor: '150' } },
        gained_subjects: ['o9'],
        lost_subjects: ['o2'],
      },
      {
        provision: 'b',
        before: 'breach',
        after: 'no_breach',
        kept: 0,
        gained: nothing,
        lost: { findings: 1, subjects: 1, money: {} },
        gained_subjects: [],
        lost_subjects: ['o1'],
      },
      {
        provision: 'come',
        before: null,
        after: 'cannot_tell',
        kept: 0,
        gained: nothing,
        lost: nothing,
        gained_subjects: [],
        lost_subjects: [],
      },
      {
        provision: 'gone',
        before: 'no_breach',
        after: null,
        kept: 0,
        gained: nothing,
        lost: nothing,
        gained_subjects: [],
        lost_subjects: [],
      },
    ]);
  });
});
