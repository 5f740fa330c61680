import { describe, expect, it } from 'vitest';
import type { CoverageRow } from '../../src/model/coverage.ts';
import type { Pack, Provision } from '../../src/model/provision.ts';
import { packPages } from '../../src/report/pack-pages/pack-pages.ts';
import { sample } from '../provisions/sample-provision.ts';

const cite = (article: string): Provision['cites'][number] => ({
  law: { en: 'Sample | standard', zh: '示例标准' },
  article,
  rank: 'standard',
  url: 'https://example.org/a b',
  checked: '2026-01-02',
  confidence: 'verified',
});

const earlier: Provision = {
  ...sample,
  cites: [cite('art. 17')],
  in_force: { from: '2020-01-01', to: '2025-12-31' },
  law: { en: 'One.\n\nTwo <script>x</script>.', zh: '一。' },
  parameters: [
    {
      name: 'days_max',
      unit: 'day',
      values: [
        { from: '2020-01-01', to: '2022-12-31', value: 7, cite: 'art. 17' },
        { from: '2023-01-01', to: null, value: 5, cite: 'ours' },
      ],
    },
  ],
};
const later: Provision = {
  ...earlier,
  status: 'experimental',
  in_force: { from: '2026-01-01', to: null },
};
const other: Provision = {
  ...sample,
  id: 'sample.other',
  cites: [cite('art. 7'), cite('art. 17')],
};
const pack: Pack = {
  id: 'sample',
  version: '1.0.0',
  publisher: 'Sample association',
  title: { en: 'Sample', zh: '示例' },
  jurisdiction: 'CN',
  time_zone: 'Asia/Shanghai',
  calendar: [],
  deadlines: [],
  terms: [],
  coverage: [],
  sheets: [],
  digest: 'd'.repeat(64),
  provisions: [other, earlier, later],
};
const example = {
  name: 'late',
  as_of: '2026-06-30',
  rows: ['after_sale: after_sale_id = a|1', 'after_sale: after_sale_id = a2'],
  breach: ['a|1'],
  cannot_tell: [],
  ok: ['a2', 'a3'],
};
const pages = packPages(pack, ({ id }) => (id === 'sample.refund' ? [example] : []));
const page = (name: string): string => pages.get(name) ?? '';

describe('packPages', () => {
  it('writes an index and a page a provision, in both languages', () => {
    expect([...pages.keys()]).toEqual([
      'en/index.md',
      'en/sample.other.md',
      'en/sample.refund.md',
      'zh/index.md',
      'zh/sample.other.md',
      'zh/sample.refund.md',
    ]);
  });

  it('lists articles in the order of their numbers, with provisions and status', () => {
    const index = page('zh/index.md');
    const rows = index.split('\n').filter((line) => line.startsWith('| 第'));
    expect(rows).toEqual([
      '| 第7条 | [退款](sample.other.md) | 已测试 | 2020-01-01 – 今 |',
      '| 第17条 | [退款](sample.other.md)<br>[退款](sample.refund.md)<br>[退款](sample.refund.md) ' +
        '| 已测试<br>已测试<br>试验 ' +
        '| 2020-01-01 – 今<br>2020-01-01 – 2025-12-31<br>2026-01-01 – 今 |',
    ]);
    expect(page('en/index.md')).toContain('## Sample \\| standard\n');
  });

  it('has all versions on one page, the latest first', () => {
    const heads = page('en/sample.refund.md').match(/^## .*$/gm);
    expect(heads).toEqual([
      '## Versions',
      '## In force 2026-01-01 – today',
      '## In force 2020-01-01 – 2025-12-31',
    ]);
    expect(page('en/sample.other.md').match(/^## .*$/gm)).toEqual([
      '## In force 2020-01-01 – today',
    ]);
  });

  it('says where a number stands, and marks one that is not in the law', () => {
    expect(page('en/sample.refund.md')).toContain(
      '| days\\_max | 7 day\\(s\\) | 2020-01-01 – 2022-12-31 | art. 17 |\n' +
        '| days\\_max | 5 day\\(s\\) | 2023-01-01 – today ' +
        '| **the author’s choice, not in the law** |',
    );
    expect(page('zh/sample.refund.md')).toContain('**编写者设定，非法定**');
  });

  it('shows the law, the citation and the SQL, and lets no markup of an author through', () => {
    const text = page('en/sample.refund.md');
    expect(text).toContain('One.\n\nTwo \\<script\\>x\\</script\\>.');
    expect(text).toContain(
      '- [Sample \\| standard](<https://example.org/a%20b>) **art. 17** — standard, ' +
        'article read in full in a copy (2026-01-02)',
    );
    expect(text).toContain(`\`\`\`sql\n${sample.test}\n\`\`\``);
    expect(text).toContain(`\`\`\`sql\n${sample.cannot_tell}\n\`\`\``);
  });

  it('has its cases as a table', () => {
    expect(page('en/sample.refund.md')).toContain(
      '| late | 2026-06-30 | after\\_sale\\: after\\_sale\\_id \\= a\\|1' +
        '<br>after\\_sale\\: after\\_sale\\_id \\= a2 | a\\|1 | — | a2<br>a3 |',
    );
  });
});

describe('the coverage page', () => {
  const row = (law: string, article: string): CoverageRow => ({
    law: { en: law, zh: `${law}法` },
    article,
    title: { en: 'Refund | in time', zh: '退款' },
    stage: 'after',
    status: 'tested',
    provisions: ['sample.refund', 'sample.other'],
    reason: null,
  });
  const reason = { en: 'No <table> holds it.', zh: '没有数据表。' };
  const open: CoverageRow = { ...row('B', 'art. 7(2)'), status: 'open', provisions: [], reason };
  const coverage = [row('B', 'art. 17'), open, row('A', 'art. 1')];
  const covered = packPages({ ...pack, coverage }, () => [example, example]);

  it('is there in both languages, linked from the index, and only where a pack has rows', () => {
    expect(pages.has('en/coverage.md')).toBe(false);
    expect(page('en/index.md')).not.toContain('coverage.md');
    expect(covered.get('en/index.md')).toContain('\n[Coverage](coverage.md)\n');
    expect(covered.get('zh/index.md')).toContain('\n[条文覆盖](coverage.md)\n');
  });

  it('counts articles, laws, provisions, cases and statuses at the top', () => {
    expect(covered.get('en/coverage.md')).toContain(
      `# Sample — Coverage

[\`sample\`](index.md)

Each article this pack knows of, what tests it, and why no further.

- Articles: 3, of 2 laws and rules.
- Provisions: 2, with 6 test cases.

| Status | Articles | Meaning |
| --- | --- | --- |
| tested | 2 | the data decide the duty |
| approximate | 0 | a provision gives an indication, or decides a part: the reason says which |
| manual | 0 | data find candidates at most; a person decides |
| not testable | 0 | no data on the market decide it |
| open | 1 | data could decide it; no provision does yet |
`,
    );
  });

  it('lists the articles of each law as written, and lets no markup of an author through', () => {
    const zh = covered.get('zh/coverage.md') ?? '';
    expect(zh.slice(zh.indexOf('## '))).toBe(`## B法

| 条文 | 义务 | 阶段 | 状态 | 条款 | 理由 |
| --- | --- | --- | --- | --- | --- |
| 第17条 | 退款 | 事后 | 已测试 | [退款](sample.refund.md)<br>[退款](sample.other.md) | — |
| 第7条第2项 | 退款 | 事后 | 待补 | — | 没有数据表。 |

## A法

| 条文 | 义务 | 阶段 | 状态 | 条款 | 理由 |
| --- | --- | --- | --- | --- | --- |
| 第1条 | 退款 | 事后 | 已测试 | [退款](sample.refund.md)<br>[退款](sample.other.md) | — |
`);
    expect(covered.get('en/coverage.md')).toContain(
      '| art. 7\\(2\\) | Refund \\| in time | After the sale | open ' +
        '| — | No \\<table\\> holds it. |',
    );
  });
});
