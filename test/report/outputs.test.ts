import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/evidence/digest.ts';
import type { Report } from '../../src/model/report.ts';
import { renderHtml } from '../../src/report/html.ts';
import { escapeHtml, html } from '../../src/report/html/markup.ts';
import { renderJson, reportDigest } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { hostileTexts } from '../support/hostile.ts';
import { poison } from '../support/poison.ts';
import { sampleReport } from '../support/sample-report.ts';

/** The smallest report there can be: nothing was read and nothing was judged. */
const empty: Report = {
  schema: 'polyprism.report/1',
  as_of: '1970-01-01',
  software: { name: null, family: null, score: 0, reasons: [] },
  files: [],
  tables: {},
  raw_tables: [],
  assumptions: [],
  issues: [],
  network: { trees: [], persons: null, shared_contact_accounts: null, link_cuts: [] },
  plans: [],
  money: {
    currency: 'CNY',
    minor_units: 100,
    fees: null,
    commissions: null,
    withdrawals: null,
    orders_paid: null,
    orders: null,
    refunds: null,
    counts: {
      orders: null,
      orders_paid: null,
      orders_with_refund_status: null,
      fees: null,
      commissions: null,
      withdrawals: null,
    },
  },
  funding: null,
  verdicts: { provisions: 0, breach: 0, no_breach: 0, cannot_tell: 0, by_provision: [] },
  provisions: [],
  classifications: [],
  findings: [],
  waivers: [],
  cannot_tell: [],
  digests: {
    inputs: [],
    packs: [],
    waivers: null,
    link_cuts: null,
    engine: { name: 'duckdb', version: '1', polyprism: '0' },
  },
};

function shuffled(report: Report): Report {
  return Object.fromEntries(Object.entries(report).toReversed()) as unknown as Report;
}

describe('report.json', () => {
  it('is one line, the same for equal reports, and reads back', () => {
    const report = sampleReport();
    const json = renderJson(report);
    expect(json.endsWith('}\n')).toBe(true);
    expect(json.trim().split('\n')).toHaveLength(1);
    expect(json).toBe(renderJson(shuffled(sampleReport())));
    expect(JSON.parse(json)).toEqual(report);
    expect(reportDigest(report)).toBe(sha256(json));
  });

  it('survives half a surrogate pair', () => {
    const report = { ...empty, as_of: '\ud800' };
    expect(JSON.parse(renderJson(report)).as_of).toBe('\ufffd');
  });
});

describe('report.html', () => {
  it('is the same for equal reports and names report.json by its digest', () => {
    const text = renderHtml(sampleReport());
    expect(text).toBe(renderHtml(sampleReport()));
    expect(text).toContain(sha256(renderJson(sampleReport())));
    expect(Buffer.byteLength(text)).toBeLessThan(700_000);
  });

  it('allows its own style and script by hash, and nothing else', () => {
    const policy = /content-security-policy" content="([^"]*)"/.exec(renderHtml(empty))?.[1];
    const names = policy
      ?.replaceAll('&#39;', "'")
      .split('; ')
      .map((one) => one.split(' ')[0]);
    expect(names).toEqual(['default-src', 'style-src', 'script-src', 'base-uri', 'form-action']);
    expect(policy).not.toContain('unsafe');
  });

  it('escapes by default', () => {
    expect(html`<p>${'<b>&"\''}${[1, html`<i></i>`]}</p>`.markup).toBe(
      '<p>&lt;b&gt;&amp;&quot;&#39;1<i></i></p>',
    );
    expect(escapeHtml('\ud800<')).toBe('\ufffd&lt;');
  });
});

describe('every form', () => {
  it.each([
    ['an empty report', empty],
    ['a hostile report', poison(sampleReport(), hostileTexts)],
  ])('can be made of %s', (_, report) => {
    expect(renderHtml(report)).toContain('</html>');
    for (const lang of ['zh', 'en'] as const) {
      expect(renderMarkdown(report, lang)).toMatch(/^# Polyprism · /);
      expect(renderSummary(report, lang).split('\n').length).toBeLessThanOrEqual(30);
    }
  });
});

describe('report.md', () => {
  it('has the sections of the page, in order, in one language', () => {
    const titles = (lang: 'zh' | 'en'): string[] =>
      [...renderMarkdown(sampleReport(), lang).matchAll(/^## (.*)$/gm)].map((match) => match[1]!);
    expect(titles('zh')).toEqual([
      '概要',
      '读取了什么，未读取什么',
      '事前、事中、事后',
      '发现',
      '推荐网络',
      '资金',
      '未能检查的事项',
      '如何核验本报告',
    ]);
    expect(titles('en')).toHaveLength(8);
    expect(renderMarkdown(sampleReport(), 'en')).not.toMatch(/\p{Script=Han}{6}/u);
  });

  it('lets no text of the data become a link, an image, a tag or a heading', () => {
    const text = renderMarkdown(sampleReport({ texts: hostileTexts }), 'en');
    const bare = text.replace(/\\./g, '');
    expect(bare).not.toMatch(/<[a-z/!]/i);
    expect(bare).not.toMatch(/\]\(/);
    expect(bare).not.toMatch(/!\[/);
    expect(bare).not.toContain('heading\n');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  });
});

describe('the summary', () => {
  it('says in a few plain lines what came of it', () => {
    const lines = renderSummary(sampleReport(), 'en').split('\n');
    expect(lines.length).toBeLessThanOrEqual(30);
    expect(lines).toContain('7 of 15 provisions are not met on the data supplied.');
    expect(lines).toContain('2 show no breach; 6 could not be decided.');
    expect(lines).toContain('  46 × Fee for joining (x.pyramid.fee)');
    expect(lines.join('\n')).toContain('CNY 204,288.00');
    // oxlint-disable-next-line no-control-regex -- no colour codes
    expect(lines.join('\n')).not.toMatch(/\u001b/);
  });
});
