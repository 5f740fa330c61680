import { describe, expect, it } from 'vitest';
import type { ProfileCounts } from '../../src/model/counting.ts';
import { bracketOf } from '../../src/network/profiles/bracket-of.ts';
import { countsCsv, personsCsv } from '../../src/report/csv-rows.ts';
import { flipSentence, rangeOf } from '../../src/report/facts/flip-sentence.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { sampleReport } from '../support/sample-report.ts';

const none: ProfileCounts = {
  accounts: { people: 41, levels: 4 },
  activated: null,
  paid: { people: 33, levels: 3 },
  persons: { people: 28, levels: 3 },
  persons_no_shell: { people: 28, levels: 2 },
  rebate_edges: null,
  exclude_pure_consumers: null,
};

describe('a line that flips', () => {
  const bracket = bracketOf(none);

  it('is said with the counts that reach it and those that do not', () => {
    const [fifteen, thirty] = bracket.flips;
    expect(flipSentence(bracket, thirty!)).toEqual({
      en:
        '30 people, 3 levels: met by accounts (41 in 4), accounts that paid (33 in 3); ' +
        'not met by persons (28 in 3), persons without shell accounts (28 in 2); flips',
      zh:
        '30人3级：账号口径41人4级、缴费口径33人3级达到；' +
        '自然人口径28人3级、去空点口径28人2级未达到，翻转',
    });
    expect(fifteen).toMatchObject({ people: 15, not_met_by: ['persons_no_shell'] });
    expect(bracket.flips).toHaveLength(2);
  });

  it('shows ranges, and one number where the ends meet', () => {
    expect([bracket.people, bracket.levels].map(rangeOf)).toEqual(['28–41', '2–4']);
    expect(rangeOf({ min: 1200, max: 1200, min_by: 'accounts', max_by: 'accounts' })).toBe('1,200');
  });
});

describe('the ways of counting in a report', () => {
  const report = sampleReport();
  const [tree] = report.network.trees;
  const first = tree!.counts.candidates.find(({ flips }) => flips.length > 0)!;
  const sentence = flipSentence(first, first.flips[0]!);

  it('are on the page in both languages, with what could not be counted', () => {
    const page = renderHtml(report);
    expect(page).toContain(`<span lang="zh-CN">${sentence.zh}</span>`);
    expect(page).toContain(`<span lang="en">${sentence.en}</span>`);
    expect(page).toContain('未计：缺少会员账号中的“激活时间”');
    expect(page).toContain('id="lines-sponsor"');
  });

  it.each(['zh', 'en'] as const)('are in the Markdown (%s)', (lang) => {
    const text = renderMarkdown(report, lang);
    expect(text).toContain(sentence[lang]);
    expect(text).toContain(lang === 'zh' ? '| 30人且3级 |' : '| 30 people, 3 levels |');
  });

  it('say so where nothing flips', () => {
    const counts = { ...tree!.counts, candidates: [] };
    const network = { ...report.network, trees: [{ ...tree!, counts }] };
    expect(renderMarkdown({ ...report, network }, 'zh')).toContain(
      '没有候选因口径不同而结论翻转。',
    );
  });
});

describe('counts.csv and persons.csv', () => {
  async function* rows(count: number): AsyncGenerator<Record<string, string | number | null>> {
    for (let i = 0; i < count; i++) yield { tree: 'sponsor', member_id: `M${i}`, people_max: 31 };
  }

  async function linesOf(chunks: AsyncIterable<string>): Promise<string[][]> {
    let text = '';
    for await (const chunk of chunks) text += chunk;
    return parseCsv(text.slice(1));
  }

  it.each([0, 999, 1000, 1001])('hold all of %i rows', async (count) => {
    expect(await linesOf(countsCsv(rows(count)))).toHaveLength(count + 1);
    expect(await linesOf(personsCsv(rows(count)))).toHaveLength(count + 1);
  });

  it('leave empty what is not known', async () => {
    const [head, row] = await linesOf(countsCsv(rows(1)));
    expect(row?.[head!.indexOf('people_max')]).toBe('31');
    expect(row?.[head!.indexOf('people_activated')]).toBe('');
  });
});
