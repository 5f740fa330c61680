import { describe, expect, it } from 'vitest';
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
  calendar: [],
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
