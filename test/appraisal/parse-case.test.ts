import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/appraisal/parse-case.ts';

describe('case.yaml', () => {
  it('may say as little as it likes', () => {
    expect(parseCase('schema: polyprism.case/1\n', 'case.yaml')).toEqual({
      number: null,
      client: null,
      matter: null,
      received_on: null,
      appraisers: [],
      questions: [],
    });
  });

  it('names people and questions', () => {
    const text = `schema: polyprism.case/1
number: "17"
received_on: 2026-11-20
appraisers: [{name: A, qualification: electronic data}, {name: B}]
questions: [{zh: 层级, en: levels}]
`;
    expect(parseCase(text, 'case.yaml')).toMatchObject({
      number: '17',
      received_on: '2026-11-20',
      appraisers: [
        { name: 'A', qualification: 'electronic data' },
        { name: 'B', qualification: null },
      ],
      questions: [{ zh: '层级', en: 'levels' }],
    });
  });

  it.each([
    ['schema: polyprism.case/1\nreceived_on: 20.11.2026\n', 'pack.bad_date', 2],
    ['schema: polyprism.case/1\njudge: X\n', 'pack.unknown_key', 2],
    ['number: "1"\n', 'pack.missing_key', 1],
  ])('is refused at the place of the mistake: %s', (text, code, line) => {
    expect(() => parseCase(text, 'case.yaml')).toThrow(
      expect.objectContaining({ issue: expect.objectContaining({ code, line }) }),
    );
  });
});
