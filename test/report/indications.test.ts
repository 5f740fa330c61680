import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { headlineOf } from '../../src/report/facts/headline.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { sampleReport } from '../support/sample-report.ts';

/** The sample report with the findings of one provision turned into indications. */
function indicating(id: string): Report {
  const report = sampleReport();
  return {
    ...report,
    provisions: report.provisions.map((one) =>
      one.id === id ? { ...one, finds: 'indication' } : one,
    ),
    findings: report.findings.map((one) =>
      one.provision === id ? { ...one, verdict: 'indication' } : one,
    ),
    verdicts: {
      ...report.verdicts,
      by_provision: report.verdicts.by_provision.map((one) =>
        one.provision === id ? { ...one, verdict: 'cannot_tell', needs: ['review'] } : one,
      ),
    },
    cannot_tell: [...report.cannot_tell, { provision: id, needs: ['review'] }],
  };
}

describe('an indication in a report', () => {
  const before = sampleReport();
  const breached = before.verdicts.by_provision.find(
    ({ provision, verdict, findings }) =>
      verdict === 'breach' && findings > 0 && provision !== 'x.criminal.line',
  );
  const id = breached?.provision ?? '';
  const n = before.findings.filter(({ provision }) => provision === id).length;
  const report = indicating(id);

  it('is counted apart, and its provision as undecided', () => {
    const [was, is] = [headlineOf(before).values, headlineOf(report).values];
    expect(n).toBeGreaterThan(0);
    expect(is).toEqual({
      ...was,
      breach: (was['breach'] ?? 0) - 1,
      cannot_tell: (was['cannot_tell'] ?? 0) + 1,
      findings: (was['findings'] ?? 0) - n,
      indications: n,
    });
  });

  it('is never called a breach on the page, in Markdown or on the terminal', () => {
    const title = report.provisions.find((one) => one.id === id)?.title.en ?? '';
    const section = renderMarkdown(report, 'en').split(`### ${title}`)[1]?.split('### ')[0];
    expect(section).toContain(`**Indications: ${n}**`);
    expect(section).not.toContain('Does not meet: ');
    expect(renderHtml(report)).toContain(`Indications: ${n}`);
    const line = renderSummary(report, 'en').split('\n');
    expect(line.filter((one) => one.includes(id))).not.toContain(`  ${n} × ${title} (${id})`);
  });

  it('names a person as what is wanting', () => {
    expect(renderMarkdown(report, 'en')).toContain("a person's judgement of the indications");
    expect(renderMarkdown(report, 'zh')).toContain('对迹象的人工判断');
  });
});
