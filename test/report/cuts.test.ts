import { describe, expect, it } from 'vitest';
import type { LinkCutApplied } from '../../src/model/link-cut.ts';
import { cutsTable } from '../../src/report/html/cuts-table.ts';
import { cutsMarkdown } from '../../src/report/markdown/cuts.ts';
import { sampleReport } from '../support/sample-report.ts';

const applied: LinkCutApplied = {
  kinds: ['phone', 'device'],
  account: 'm1',
  other_account: 'm2',
  link_key: null,
  author: 'Zhang',
  reason: 'brothers | <b>',
  decided_on: '2026-05-04',
  ties: 2,
};

const plain = sampleReport();
const report = {
  ...plain,
  network: { ...plain.network, link_cuts: [applied] },
  digests: { ...plain.digests, link_cuts: 'ab12' },
};

describe('ties cut by decision', () => {
  it('stand in the report with who decided and why, in both languages', () => {
    const zh = cutsMarkdown(report, 'zh').join('\n');
    expect(zh).toContain('SHA-256 ab12');
    expect(zh).toContain(
      '| 手机号、设备 | m1 不再计入其与 m2 共用的信息 | Zhang | brothers \\| \\<b\\> | 2026-05-04 | 2 |',
    );
    const en = cutsMarkdown(report, 'en').join('\n');
    expect(en).toContain('| phone number, device | m1 leaves what it shares with m2 | Zhang |');
    const page = cutsTable(report).markup;
    for (const text of ['ab12', '手机号、设备', 'm1 leaves what it shares with m2', 'Zhang']) {
      expect(page).toContain(text);
    }
  });

  it('are nothing where there are none', () => {
    expect(cutsMarkdown(plain, 'en')).toEqual([]);
    expect(cutsTable(plain).markup).toBe('');
  });
});
