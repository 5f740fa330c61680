import type { Report } from '../model/report.ts';
import { page } from './html/page.ts';
import { findingsSection } from './html/section-findings.ts';
import { moneySection } from './html/section-money.ts';
import { networkSection } from './html/section-network.ts';
import { readSection } from './html/section-read.ts';
import { stagesSection } from './html/section-stages.ts';
import { summarySection } from './html/section-summary.ts';
import { uncheckedSection } from './html/section-unchecked.ts';
import { verifySection } from './html/section-verify.ts';
import { sectionTitles } from './html/section.ts';
import { reportDigest } from './json.ts';
import { texts } from './texts.ts';

/** The report as one HTML file: both languages, light and dark, printable, and nothing fetched. */
export function renderHtml(report: Report): string {
  const sha256 = reportDigest(report);
  return page({
    title: texts.title,
    as_of: report.as_of,
    file: 'report.json',
    sha256,
    contents: sectionTitles,
    sections: [
      summarySection(report),
      readSection(report),
      stagesSection(report),
      findingsSection(report),
      networkSection(report),
      moneySection(report),
      uncheckedSection(report),
      verifySection(report, sha256),
    ],
  });
}
