import { describe, expect, it } from 'vitest';
import { applyWaivers } from '../../src/inspect/apply-waivers.ts';
import type { Finding } from '../../src/model/provision.ts';
import type { Waiver } from '../../src/model/waiver.ts';

const finding = (provision: string, id: string): Finding =>
  ({
    id: `${provision} ${id}`,
    provision,
    subject: { table: 'listing', id },
  }) as unknown as Finding;

const waiver = (over: Partial<Waiver>): Waiver => ({
  provision: 'p',
  subject: null,
  author: 'Zhang, head of section',
  reason: 'mended within the day',
  decided_on: '2026-01-10',
  expires_on: '2026-01-20',
  ...over,
});

const findings = [finding('p', 'l1'), finding('p', 'l2'), finding('q', 'l1')];

function waived(waivers: readonly Waiver[], as_of: string): (string | undefined)[] {
  return applyWaivers(findings, waivers, as_of).findings.map((one) => one.waiver?.author);
}

describe('a waiver', () => {
  it('is noted on the findings of its provision, or of one subject of it', () => {
    const author = waiver({}).author;
    expect(waived([waiver({})], '2026-01-15')).toEqual([author, author, undefined]);
    expect(waived([waiver({ subject: 'l2' })], '2026-01-15')).toEqual([
      undefined,
      author,
      undefined,
    ]);
    expect(waived([waiver({ subject: 'l3' })], '2026-01-15')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['2026-01-09', false],
    ['2026-01-10', true],
    ['2026-01-20', true],
    ['2026-01-21', false],
  ])('on %s: holds %s', (day, holds) => {
    const { waivers, findings: noted } = applyWaivers(findings, [waiver({})], day);
    expect(waivers).toEqual([{ ...waiver({}), holds, findings: holds ? 2 : 0 }]);
    expect(noted.some((one) => one.waiver !== undefined)).toBe(holds);
  });

  it('is the first of the file where several hold; what is found stays as it was', () => {
    const [first, second] = [waiver({ author: 'a', subject: 'l1' }), waiver({ author: 'b' })];
    expect(waived([first, second], '2026-01-15')).toEqual(['a', 'b', undefined]);
    expect(waived([second, first], '2026-01-15')).toEqual(['b', 'b', undefined]);
    const { findings: noted } = applyWaivers(findings, [first, second], '2026-01-15');
    const without = noted.map((one) => ({ ...one, waiver: undefined }));
    expect(without).toEqual(findings.map((one) => ({ ...one, waiver: undefined })));
  });
});
