import { describe, expect, it } from 'vitest';
import { bulkSteps } from '../../console/src/pages/matters/bulk-steps.ts';
import { currencySaid } from '../../console/src/pages/matters/currency-said.ts';
import { formData, minorOf } from '../../console/src/pages/matters/form-data.ts';
import { openings } from '../../console/src/pages/matters/openings.ts';
import { readFields } from '../../console/src/pages/matters/read-fields.ts';
import type { FormField } from '../../console/src/pages/matters/read-fields.ts';
import { matterFieldWords } from '../../console/src/text/matter-fields.ts';
import { matterValueWords } from '../../console/src/text/matter-values.ts';
import type { Wording } from '../../console/src/text/words.ts';
import { dataSchema } from '../../src/casework/data-schema.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import { matterKinds } from '../../src/model/matter.ts';

const rules = Object.values(matterRules);
const steps = rules.flatMap(({ kind, steps: all }) =>
  Object.entries(all).map(([step, rule]) => ({ kind, step, rule })),
);

function said(special: string, general: string): { zh?: Wording; en?: Wording } {
  const { zh, en } = matterValueWords;
  const at = (texts: Readonly<Record<string, Wording>>): Wording | undefined =>
    texts[special] ?? texts[general];
  return { zh: at(zh), en: at(en) } as { zh?: Wording; en?: Wording };
}

/** Quotation marks stand in texts as they are printed. */
const printed = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({
  zh: zh.replaceAll("'", '’'),
  en: en.replaceAll("'", '’'),
});

describe('forms of steps', () => {
  it.each(matterKinds)('open a %s with what its rules ask for', (kind) => {
    const { steps: all, faces } = matterRules[kind];
    const open = all['open'];
    if (open === undefined) throw new Error('never opened');
    const { by, faces: shown, reason, fields } = openings[kind];
    expect(fields).toEqual(readFields(dataSchema(open.data), ['kind', 'parties']));
    expect(by).toEqual(open.by.map(({ face }) => face));
    const sorted = (record: object) =>
      Object.fromEntries(Object.entries(record).map(([face, of]) => [face, [...of].toSorted()]));
    expect(sorted(shown)).toEqual(sorted(faces));
    expect(reason).toBe(open.reason);
  });

  it('take the same step in many matters as every kind has it', () => {
    for (const { kind } of rules) {
      for (const [step, fields] of Object.entries(bulkSteps)) {
        const rule = matterRules[kind].steps[step];
        expect(readFields(dataSchema(rule?.data ?? {}))).toEqual(fields);
        expect(rule?.second).toBe(false);
      }
    }
  });

  it('have a name for every field, and the words of the rules for every answer', () => {
    const names = new Set(steps.flatMap(({ rule }) => Object.keys(rule.data)));
    names.delete('kind');
    names.delete('parties');
    expect([...names].filter((name) => !(`field_${name}` in matterFieldWords.zh))).toEqual([]);
    for (const { kind, step, rule } of steps) {
      for (const [name, field] of Object.entries(rule.data)) {
        if (field.is !== 'one_of' || name === 'kind') continue;
        for (const [value, title] of Object.entries(field.of)) {
          const general = `value_${name}_${value}`;
          expect(said(`value_${kind}_${step}_${name}_${value}`, general)).toEqual(printed(title));
        }
      }
    }
    for (const { kind, title, statuses } of rules) {
      expect(said('', `kind_${kind}`)).toEqual(printed(title));
      for (const [status, one] of Object.entries(statuses)) {
        expect(said(`status_${kind}_${status}`, `status_${status}`)).toEqual(printed(one.title));
      }
    }
  });

  it('send amounts as minor units of the currency, exactly', () => {
    expect(minorOf('1', 'CNY')).toBe(100);
    expect(minorOf('0.1', 'CNY')).toBe(10);
    expect(minorOf('1.15', 'USD')).toBe(115);
    expect(minorOf('12,345.67', 'CNY')).toBe(1_234_567);
    expect(minorOf('90071992547409.91', 'CNY')).toBeNull();
    // A yen has no parts, a dinar of Kuwait a thousand; without a currency minor units are written.
    expect([minorOf('12', 'JPY'), minorOf('1.5', 'JPY')]).toEqual([12, null]);
    expect(minorOf('1.234', 'KWD')).toBe(1_234);
    expect([minorOf('1234', null), minorOf('12.34', null)]).toEqual([1_234, null]);
    for (const wrong of ['', '-1', '1.234', '1e3', '一百']) {
      expect(minorOf(wrong, 'CNY')).toBeNull();
    }
  });

  it('tell the currency a step says, else that of the matter, and guess none', () => {
    expect(currencySaid({ fine_minor: 1, currency: 'EUR' }, 'CNY')).toBe('EUR');
    expect(currencySaid({ fine_minor: 1, currency: 'euro' }, 'USD')).toBe('USD');
    expect(currencySaid({ fine_minor: 1 }, 'CNY')).toBe('CNY');
    expect(currencySaid({ fine_minor: 1 }, null)).toBeNull();
  });

  it('tell what is missing or wrong, and send the rest', () => {
    const field = (name: string, is: FormField['is'], optional = false): FormField => ({
      name,
      is,
      optional,
      chars_max: 20,
      values: [],
    });
    const fields = [
      field('text', 'text'),
      field('note', 'text', true),
      field('flag', 'flag'),
      field('count', 'whole'),
      field('fine_minor', 'money'),
      field('lines', 'lines'),
      field('digest', 'digest'),
    ];
    expect(formData(fields, { count: '1.5', fine_minor: 'x', digest: 'AB' })).toEqual({
      data: { flag: false },
      faults: {
        text: 'missing',
        count: 'no_number',
        fine_minor: 'no_money',
        lines: 'missing',
        digest: 'no_digest',
      },
    });
    const values = {
      text: ' 甲 ',
      flag: true,
      count: '7',
      fine_minor: '5.5',
      lines: '一\n\n 二 \n',
      digest: 'a'.repeat(64),
    };
    expect(formData(fields, values, 'CNY')).toEqual({
      data: {
        text: '甲',
        flag: true,
        count: 7,
        fine_minor: 550,
        lines: ['一', '二'],
        digest: 'a'.repeat(64),
      },
      faults: {},
    });
  });
});
