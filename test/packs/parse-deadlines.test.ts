import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/packs/diagnostic.ts';
import { parseDeadlines } from '../../src/packs/parse-deadlines.ts';

const cite =
  '{law: {zh: 某法, en: Some law}, article: art. 1, rank: RANK, url: null, ' +
  'checked: 2026-11-28, confidence: memory}';

const clause = (from: string, to: string, rank: string): string => `
    - from: ${from}
      to: ${to}
      cite: ${cite.replace('RANK', rank)}
      term: {value: 7, unit: working_day}`;

const younger = clause('2024-07-01', 'null', 'law');

const sound = `- id: x.answer
  title: {zh: 答复, en: Answer}
  kind: act_by
  stage: after
  duty_bearer: [operator]
  event: complaint.received_at
  act: complaint.answered_at
  clauses:${clause('2020-01-01', '2024-12-31', 'departmental_rule')}${younger}
`;

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  const deadlines = parseDeadlines([{ name: 'deadlines/x.yaml', text, sha256: '' }], diagnostics);
  const told = diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
  return { deadlines, told };
}

describe('deadlines of a pack', () => {
  it('are read with what may be left out as null', () => {
    const { deadlines, told } = read(sound);
    expect(told).toEqual([]);
    expect(deadlines).toMatchObject([
      {
        id: 'x.answer',
        act: 'complaint.answered_at',
        clauses: [
          { from: '2020-01-01', last_day: 'stays', excluded: null, extension: null },
          { from: '2024-07-01', to: null },
        ],
      },
    ]);
  });

  it.each([
    ['an unknown table', 'event: complaint.', 'event: grievance.', '6:10 pack.unknown_table'],
    ['an unknown column', 'answered_at', 'answered', '7:8 pack.unknown_column'],
    ['an unknown unit', 'unit: working_day', 'unit: week', '12:30 pack.wrong_value'],
    [
      'a clause that ends before it begins',
      '2024-12-31',
      '2019-12-31',
      '10:11 pack.period_reversed',
    ],
    [
      'two texts of one rank on a day',
      'rank: law',
      'rank: departmental_rule',
      '9:5 pack.parameter_overlap',
    ],
    ['a missing event', '  event: complaint.received_at\n', '', '1:3 pack.missing_key'],
  ])('refuse %s', (_, old, by, place) => {
    expect(read(sound.replace(old, by)).told).toContain(place);
  });

  it('may run from an event no table holds, and may be a notice in working days', () => {
    const text = sound.replace('complaint.received_at', 'null').replace('act_by', 'notice_before');
    const { deadlines, told } = read(text);
    expect(told).toEqual([]);
    expect(deadlines).toMatchObject([{ event: null, kind: 'notice_before' }]);
  });

  it('have one name each', () => {
    expect(read(sound + sound).told).toEqual(['17:7 pack.wrong_value']);
  });
});
