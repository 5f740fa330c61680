import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/provision.ts';
import { countSubjects } from '../../src/packs/test-pack.ts';

const finding = (id: string): Finding => ({ subject: { table: 'order', id } }) as Finding;

describe('countSubjects', () => {
  it('puts every subject where it belongs', () => {
    const counts = countSubjects(
      {
        name: 'all at once',
        as_of: '2026-01-01',
        tables: {},
        present: [],
        absent: [],
        expect: {
          breach: [
            { subject: 'hit', evidence: {} },
            { subject: 'missed', evidence: {} },
          ],
          cannot_tell: [
            { subject: 'open', needs: null },
            { subject: 'sure', needs: null },
          ],
          ok: ['clean', 'accused', 'doubted'],
        },
      },
      {
        findings: [finding('hit'), finding('hit'), finding('accused')],
        cannot_tell: [
          { subject: 'open', needs: 'order.paid_at' },
          { subject: 'doubted', needs: 'order.paid_at' },
        ],
      },
    );
    expect(counts).toEqual({
      true_positives: 1,
      false_positives: 1,
      false_negatives: 1,
      true_negatives: 1,
      undecided: 1,
    });
  });
});
