import type { OperatorFacts } from '../../src/guidance/operator-facts.ts';

/** An operator nothing speaks against, as of the end of June 2026. */
export const clean: OperatorFacts = {
  operator_id: 'a',
  as_of: '2026-06-30',
  events: { penalty: [], measure: [] },
  open: { breach: [] },
  shares: {
    complaint: { cases: 0, out_of: 100, others_cases: 100, others_out_of: 10_000 },
    return: { cases: 3, out_of: 100, others_cases: 500, others_out_of: 10_000 },
  },
};
