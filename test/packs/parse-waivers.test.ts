import { describe, expect, it } from 'vitest';
import { PolyprismError } from '../../src/model/issue.ts';
import { parseWaivers } from '../../src/packs/parse-waivers.ts';

const sound = `schema: polyprism.waivers/1
waivers:
  - provision: cn.x
    subject: l1
    author: Zhang
    reason: mended within the day
    decided_on: 2026-01-10
    expires_on: 2026-01-20
`;

function fault(text: string): string {
  try {
    parseWaivers(text, 'waivers.yaml', new Set(['cn.x']));
  } catch (error) {
    if (error instanceof PolyprismError) {
      return `${error.issue.line}:${error.issue.column} ${error.issue.code}`;
    }
  }
  return 'none';
}

describe('a file of waivers', () => {
  it('is read; without a subject a waiver is of every finding', () => {
    const one = {
      provision: 'cn.x',
      subject: 'l1',
      author: 'Zhang',
      reason: 'mended within the day',
      decided_on: '2026-01-10',
      expires_on: '2026-01-20',
    };
    const read = (text: string) => parseWaivers(text, 'waivers.yaml', new Set(['cn.x']));
    expect(read(sound)).toEqual([one]);
    expect(read(sound.replace('    subject: l1\n', ''))).toEqual([{ ...one, subject: null }]);
  });

  it.each([
    ['a provision no pack has', 'cn.x', 'cn.y', '3:16 waiver.unknown_provision'],
    ['no author', '    author: Zhang\n', '', '3:5 pack.missing_key'],
    ['no reason', 'reason: mended within the day', 'reason: ""', '6:13 pack.wrong_value'],
    ['no end', '    expires_on: 2026-01-20\n', '', '3:5 pack.missing_key'],
    ['an end before its beginning', '2026-01-20', '2026-01-09', '8:17 pack.wrong_value'],
    ['an unknown key', 'author:', 'by: x\n    author:', '5:5 pack.unknown_key'],
    ['another schema', 'waivers/1', 'waivers/2', '1:9 pack.wrong_value'],
  ])('with %s is refused with its place', (_, old, by, told) => {
    expect(fault(sound.replace(old, by))).toBe(told);
  });
});
