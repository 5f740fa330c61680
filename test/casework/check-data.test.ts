import { describe, expect, it } from 'vitest';
import { checkData } from '../../src/casework/check-data.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import { readParties } from '../../src/casework/read-parties.ts';
import type { Field } from '../../src/casework/rules.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';

const fits = (field: Field, value: JsonValue): boolean =>
  checkData('s', { x: field }, { x: value }) === null;

describe('the data of a step', () => {
  it.each([
    ['text', 'casework_text_chars_max'],
    ['id', 'casework_id_chars_max'],
  ] as const)('take a %s of the limit %s', (is, limit) => {
    expect(fits({ is }, 'x'.repeat(limits[limit] - 1))).toBe(true);
    expect(fits({ is }, 'x'.repeat(limits[limit]))).toBe(true);
    expect(fits({ is }, 'x'.repeat(limits[limit] + 1))).toBe(false);
    expect(fits({ is }, ' \n')).toBe(false);
    expect(fits({ is }, 7)).toBe(false);
  });

  it('take a title of the limit, in every kind of matter', () => {
    const max = limits.casework_title_chars_max;
    expect(max).toBe(200);
    for (const { steps } of Object.values(matterRules)) {
      const title = steps['open']?.data['title'];
      if (title === undefined) throw new Error('a matter without a title');
      expect([max, max + 1].map((length) => fits(title, 'x'.repeat(length)))).toEqual([
        true,
        false,
      ]);
      const refused = checkData('open', { title }, { title: 'x'.repeat(max + 1) });
      expect(refused?.params['wanted']).toBe('text ≤ 200');
    }
  });

  it('take lists of the limit, and ids once each', () => {
    const list = (length: number): string[] => Array.from({ length }, (_, i) => `x${i}`);
    for (const is of ['ids', 'texts'] as const) {
      expect(fits({ is, least: 1 }, list(limits.casework_list_max - 1))).toBe(true);
      expect(fits({ is, least: 1 }, list(limits.casework_list_max))).toBe(true);
      expect(fits({ is, least: 1 }, list(limits.casework_list_max + 1))).toBe(false);
      expect(fits({ is, least: 2 }, ['a'])).toBe(false);
    }
    expect(fits({ is: 'ids', least: 2 }, ['a', 'a'])).toBe(false);
    expect(fits({ is: 'texts', least: 2 }, ['a', 'a'])).toBe(true);
  });

  it('name parties up to the limit, and of consumers one person', () => {
    const one = { face: 'helper', party: 'platform', tenant_id: 't', user_id: null };
    const parties = (length: number) => readParties(Array.from({ length }, () => one));
    expect(parties(limits.casework_parties_max - 1)).toHaveLength(limits.casework_parties_max - 1);
    expect(parties(limits.casework_parties_max)).toHaveLength(limits.casework_parties_max);
    expect(parties(limits.casework_parties_max + 1)).toBe(null);
    expect(readParties([{ ...one, party: 'consumer' }])).toBe(null);
    expect(readParties([{ ...one, more: 1 }])).toBe(null);
    expect(readParties([])).toBe(null);
  });

  it.each<[Field['is'] & ('day' | 'instant' | 'whole' | 'flag' | 'digest'), JsonValue, boolean]>([
    ['day', '2024-02-29', true],
    ['day', '2026-02-29', false],
    ['day', '2026-2-9', false],
    ['instant', '2026-04-15T08:00:00.000Z', true],
    ['instant', '2026-04-15T08:00:00Z', false],
    ['instant', '2026-04-15T25:00:00.000Z', false],
    ['whole', 0, true],
    ['whole', -1, false],
    ['whole', 1.5, false],
    ['whole', 2 ** 53, false],
    ['flag', 'true', false],
    ['digest', 'A'.repeat(64), false],
    ['digest', 'a'.repeat(64), true],
  ])('%s %j: %s', (is, value, sound) => {
    expect(fits({ is }, value)).toBe(sound);
  });

  it('are neither more nor less than the step has', () => {
    const fields = { x: { is: 'flag' } } as const;
    expect(checkData('s', fields, { x: true, y: 1 })?.code).toBe('casework.data_unknown');
    expect(checkData('s', fields, {})?.code).toBe('casework.data_missing');
    expect(checkData('s', {}, JSON.parse('{"__proto__":1}'))?.code).toBe('casework.data_unknown');
  });
});
