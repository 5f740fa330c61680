import { describe, expect, it } from 'vitest';
import { PolyprismError } from '../../src/model/issue.ts';
import { parseLinkCuts } from '../../src/packs/parse-link-cuts.ts';

const sound = `schema: polyprism.link_cuts/1
cuts:
  - kinds: [phone, device]
    account: m1
    other_account: m2
    author: Zhang
    reason: brothers, statement of 3 May
    decided_on: 2026-05-04
`;

const byKey = sound
  .replace('    other_account: m2\n', '    link_key: k\n')
  .replace('    account: m1\n', '');

function fault(text: string): string {
  try {
    parseLinkCuts(text, 'link-cuts.yaml');
  } catch (error) {
    if (error instanceof PolyprismError) {
      return `${error.issue.line}:${error.issue.column} ${error.issue.code}`;
    }
  }
  return 'none';
}

describe('a file of cuts', () => {
  const one = {
    kinds: ['phone', 'device'],
    account: 'm1',
    other_account: 'm2',
    link_key: null,
    author: 'Zhang',
    reason: 'brothers, statement of 3 May',
    decided_on: '2026-05-04',
  };

  it('is read: two accounts, a value, or a value for one account', () => {
    expect(parseLinkCuts(sound, 'a')).toEqual([one]);
    const value = { ...one, account: null, other_account: null, link_key: 'k' };
    expect(parseLinkCuts(byKey, 'a')).toEqual([value]);
    const ofOne = byKey.replace('    link_key', '    account: m1\n    link_key');
    expect(parseLinkCuts(ofOne, 'a')).toEqual([{ ...value, account: 'm1' }]);
  });

  it.each([
    ['a kind there is not', 'device]', 'cousin]', '3:20 pack.wrong_value'],
    ['no kinds', '[phone, device]', '[]', '3:12 pack.wrong_value'],
    ['no author', '    author: Zhang\n', '', '3:5 pack.missing_key'],
    ['no reason', 'reason: brothers, statement of 3 May', 'reason: ""', '7:13 pack.wrong_value'],
    ['no day', '2026-05-04', '2026-02-30', '8:17 pack.bad_date'],
    ['one account and no value', '    other_account: m2\n', '', '3:5 pack.wrong_value'],
    ['an account and itself', 'other_account: m2', 'other_account: m1', '5:20 pack.wrong_value'],
    ['another account alone', '    account: m1\n', '', '4:20 pack.wrong_value'],
    ['two ways at once', 'author', 'link_key: k\n    author', '3:5 pack.wrong_value'],
    ['an unknown key', 'author:', 'by: x\n    author:', '6:5 pack.unknown_key'],
    ['another schema', 'link_cuts/1', 'link_cuts/2', '1:9 pack.wrong_value'],
  ])('with %s is refused with its place', (_, old, by, told) => {
    expect(fault(sound.replace(old, by))).toBe(told);
  });
});
