import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/packs/diagnostic.ts';
import { parseCoverage } from '../../src/packs/parse-coverage.ts';

const sound = `- law: {zh: 示例法, en: Sample Law}
  articles:
    - article: art. 1
      title: {zh: 退款, en: Refund}
      stage: after
      status: tested
      provisions: [sample.refund, sample.refusal]
    - article: art. 2
      title: {zh: 包装, en: Packing}
      stage: in
      status: manual
      provisions: [sample.refund]
      reason: {zh: 须查验实物。, en: The goods must be seen.}
- law: {zh: 另法, en: Other Law}
  articles:
    - article: art. 1
      title: {zh: 善意, en: Good faith}
      stage: pre
      status: not_testable
      reason: {zh: 意图。, en: Intent.}
`;
const provisions = ['refund@2020-01-01', 'refund@2024-01-01', 'refusal'];

function read(text: string | null) {
  const diagnostics: Diagnostic[] = [];
  const file = (name: string, body: string) => ({ name, text: body, sha256: '' });
  const files = [
    ...(text === null ? [] : [file('coverage.yaml', text)]),
    ...provisions.map((name) => file(`provisions/after/sample.${name}.md`, '')),
    file('provisions/after/sample.spare.test.yaml', ''),
  ];
  const rows = parseCoverage(files, [], diagnostics);
  const told = diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
  return { rows, told };
}

describe('the coverage of a pack', () => {
  it('is read with the law of each row, in the order written', () => {
    const { rows, told } = read(sound);
    expect(told).toEqual([]);
    expect(rows).toEqual([
      {
        law: { zh: '示例法', en: 'Sample Law' },
        article: 'art. 1',
        title: { zh: '退款', en: 'Refund' },
        stage: 'after',
        status: 'tested',
        provisions: ['sample.refund', 'sample.refusal'],
        reason: null,
      },
      {
        law: { zh: '示例法', en: 'Sample Law' },
        article: 'art. 2',
        title: { zh: '包装', en: 'Packing' },
        stage: 'in',
        status: 'manual',
        provisions: ['sample.refund'],
        reason: { zh: '须查验实物。', en: 'The goods must be seen.' },
      },
      {
        law: { zh: '另法', en: 'Other Law' },
        article: 'art. 1',
        title: { zh: '善意', en: 'Good faith' },
        stage: 'pre',
        status: 'not_testable',
        provisions: [],
        reason: { zh: '意图。', en: 'Intent.' },
      },
    ]);
  });

  it('is empty without its file', () => {
    expect(read(null)).toEqual({ rows: [], told: [] });
  });

  it.each([
    [
      'a provision the pack has not',
      'sample.refusal]',
      'sample.spare]',
      '7:35 pack.unknown_provision',
    ],
    ['a day in an id', 'sample.refusal]', 'sample.refund@2020-01-01]', '7:35 pack.wrong_value'],
    ['an article twice', 'art. 2', 'art. 1', '8:16 pack.article_twice'],
    [
      'nothing behind a test',
      '      provisions: [sample.refund, sample.refusal]\n',
      '',
      '6:15 pack.row_provisions',
    ],
    ['an open row with a provision', 'manual', 'open', '11:15 pack.row_provisions'],
    [
      'a manual row without reason',
      '      reason: {zh: 须查验实物。, en: The goods must be seen.}\n',
      '',
      '11:15 pack.row_reason',
    ],
    [
      'a reason in one language',
      '{zh: 意图。, en: Intent.}',
      '{zh: 意图。}',
      '20:15 pack.missing_key',
    ],
    ['an empty list', '[sample.refund, sample.refusal]', '[]', '7:19 pack.wrong_value'],
    ['a stage of its own', 'stage: pre', 'stage: before', '18:14 pack.wrong_value'],
    ['no list at all', sound, 'law: x', '1:1 pack.wrong_value'],
  ])('refuses %s', (_, old, by, expected) => {
    expect(read(sound.replace(old, by)).told).toEqual([expected]);
  });
});
