import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/packs/diagnostic.ts';
import { parseCalendars } from '../../src/packs/parse-calendar.ts';

const sound = `year: 2020
sources:
  - {url: "https://example.org/notice", checked: 2026-11-25, confidence: memory}
days_off:
  - {name: {zh: 元旦, en: New Year}, from: 2020-01-01, to: 2020-01-03}
work_days: [2020-01-04]
`;

function diagnose(text: string, name = 'calendar/2020.yaml'): string[] {
  const diagnostics: Diagnostic[] = [];
  parseCalendars([{ name, text, sha256: '' }], diagnostics);
  return diagnostics.map(({ code, params, place }) => {
    return `${place.line}:${place.column} ${code} ${JSON.stringify(params)}`;
  });
}

describe('a year of a calendar', () => {
  it('is read with its days off and the weekends worked', () => {
    const diagnostics: Diagnostic[] = [];
    const years = parseCalendars(
      [{ name: 'calendar/2020.yaml', text: sound, sha256: '' }],
      diagnostics,
    );
    expect(diagnostics).toEqual([]);
    expect(years).toMatchObject([
      { year: 2020, days_off: [{ from: '2020-01-01', to: '2020-01-03' }] },
    ]);
    expect(years[0]?.work_days).toEqual(['2020-01-04']);
  });

  it.each([
    ['a file of another name', 'year: 2020', 'year: 2021', '1:7'],
    ['a day off in another year', 'to: 2020-01-03', 'to: 2021-01-03', '5:58'],
    ['days off in reverse', 'from: 2020-01-01', 'from: 2020-01-09', '5:58'],
    ['a weekday worked', '[2020-01-04]', '[2020-01-06]', '6:13'],
    ['a weekend of another year', '[2020-01-04]', '[2021-01-02]', '6:13'],
    ['a day worked and off', 'to: 2020-01-03', 'to: 2020-01-04', '6:13'],
  ])('refuses %s', (_, old, by, place) => {
    expect(diagnose(sound.replace(old, by)).some((one) => one.startsWith(`${place} `))).toBe(true);
  });

  it('refuses a gap between years, through which working days would be miscounted', () => {
    const years = ['2018', '2020'].map((year) => ({
      name: `calendar/${year}.yaml`,
      text: sound.replaceAll('2020', year).replace('[2018-01-04]', '[2018-01-06]'),
      sha256: '',
    }));
    const diagnostics: Diagnostic[] = [];
    parseCalendars(years, diagnostics);
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['pack.wrong_value', { expected: 'calendar/2019.yaml', seen: '2020' }],
    ]);
  });

  it('says what it expects, where', () => {
    expect(diagnose(sound.replace('[2020-01-04]', '[2020-01-06]'))).toEqual([
      '6:13 pack.wrong_value {"expected":"Saturday | Sunday, 2020, not in days_off",' +
        '"seen":"2020-01-06"}',
    ]);
    expect(diagnose(sound, 'calendar/2021.yaml')).toEqual([
      '1:7 pack.wrong_value {"expected":"2021","seen":"2020"}',
    ]);
  });
});
