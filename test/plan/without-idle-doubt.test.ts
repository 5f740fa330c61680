import { describe, expect, it } from 'vitest';
import type { Provision } from '../../src/model/provision.ts';
import { withoutIdleDoubt } from '../../src/plan/lint/without-idle-doubt.ts';

function asked(cannot_tell: string | null): boolean {
  const provision = { id: 'p', cannot_tell } as unknown as Provision;
  return withoutIdleDoubt(provision).cannot_tell !== null;
}

describe('a question of what cannot be told', () => {
  it('is left out where it can name no need that lasts', () => {
    expect(asked(null)).toBe(false);
    // A network of a run has amounts of fees, or no fees yet: neither lasts.
    expect(asked(`SELECT 'data_set' AS subject, 'fee.amount_minor' AS needs`)).toBe(false);
    expect(asked(`SELECT 'data_set' AS subject, 'fee rows' AS needs`)).toBe(false);
    expect(asked(`SELECT 'x' AS needs -- it's 'fee.disclosed_at'`)).toBe(false);
  });

  it('is asked where it may name one: an unfilled column, the platform, a text of parts', () => {
    expect(asked(`SELECT 'data_set' AS subject, 'fee.disclosed_at' AS needs`)).toBe(true);
    expect(asked(`SELECT CASE WHEN a THEN 'platform.direct_selling_licence' END AS needs`)).toBe(
      true,
    );
    expect(asked(`SELECT 'fee.' || 'disclosed_at' AS needs`)).toBe(true);
    expect(asked(`SELECT concat('fee.', 'disclosed_at') AS needs`)).toBe(true);
  });
});
