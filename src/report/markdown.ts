import type { Report } from '../model/report.ts';
import { headlineOf, waivedIn } from './facts/headline.ts';
import { stages } from '../model/moment.ts';
import { countVerdicts, verdicts } from './facts/stages.ts';
import { sumOf } from './facts/sums.ts';
import { reportDigest } from './json.ts';
import { word } from './labels.ts';
import { bullets, cell, grid, plain, say } from './markdown/escape.ts';
import { findingsMarkdown, stagesMarkdown, uncheckedMarkdown } from './markdown/findings.ts';
import { moneyMarkdown, networkMarkdown } from './markdown/network.ts';
import { readMarkdown } from './markdown/read.ts';
import { bytes, grouped, percent } from './show.ts';
import type { Language } from './show.ts';
import { softwareName, softwareSentence } from './software-name.ts';
import { texts } from './texts.ts';

/** The report as one Markdown text in one language; the same sections as the page. */
export function renderMarkdown(report: Report, language: Language): string {
  const section = (name: keyof typeof texts, blocks: readonly string[]): string[] => [
    `## ${texts[name][language]}`,
    ...blocks,
  ];
  const blocks = [
    `# Polyprism · ${texts.title[language]}`,
    ...section('section_summary', summary(report, language)),
    ...section('section_read', readMarkdown(report, language)),
    ...section('section_stages', stagesMarkdown(report, language)),
    ...section('section_findings', findingsMarkdown(report, language)),
    ...section('section_network', networkMarkdown(report, language)),
    ...section('section_money', moneyMarkdown(report, language)),
    ...section('section_unchecked', uncheckedMarkdown(report, language)),
    ...section('section_verify', verify(report, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function summary(report: Report, lang: Language): string[] {
  const { files, software } = report;
  const { duties, lines, values } = headlineOf(report);
  const waived = waivedIn(report);
  return [
    `**${say(duties, lang, values)}** ${say(texts.verdict_rest, lang, values)}`,
    say(texts.looked_at, lang, {
      files: grouped(files.length),
      size: bytes(sumOf(files.map((file) => file.bytes))),
      rows: grouped(sumOf(Object.values(report.tables).map(({ read }) => read))),
      as_of: report.as_of,
    }),
    say(softwareSentence(software), lang, {
      software: softwareName(software).en,
      score: percent(software.score),
    }),
    say(texts.findings_found, lang, values),
    ...(waived > 0 ? [say(texts.waived_note, lang, { n: waived })] : []),
    texts.wording[lang],
    grid(
      [texts.stage[lang], ...verdicts.map((verdict) => word(verdict)[lang])],
      stages.map((stage) => {
        const counts = countVerdicts(report, stage);
        return [word(stage)[lang], ...verdicts.map((verdict) => String(counts[verdict]))];
      }),
    ),
    ...(lines === null ? [] : [say(lines, lang, values)]),
  ];
}

function verify(report: Report, lang: Language): string[] {
  const { engine, packs } = report.digests;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(report.as_of) ? ` --as-of ${report.as_of}` : '';
  return [
    texts.verify_note[lang],
    bullets([
      `${texts.report_digest[lang]}: ${reportDigest(report)}`,
      `${texts.made_with[lang]}: Polyprism ${plain(engine.polyprism)}`,
      `${texts.engine[lang]}: ${plain(engine.name)} ${plain(engine.version)}`,
      ...packs.map(
        (pack) => `${texts.pack[lang]} ${plain(pack.id)} ${cell(pack.version)}: ${pack.sha256}`,
      ),
    ]),
    texts.rerun_note[lang],
    `    polyprism inspect INPUT${day} --out again\n    sha256sum again/report.json`,
    `### ${texts.not_proven[lang]}`,
    bullets([
      texts.not_proven_truth[lang],
      texts.not_proven_complete[lang],
      texts.not_proven_clean[lang],
      texts.not_proven_guilt[lang],
      texts.not_proven_law[lang],
    ]),
  ];
}
