import type { Report } from '../../model/report.ts';
import { subjectLabel, word } from '../labels.ts';
import { bytes, grouped, percent } from '../show.ts';
import type { Language } from '../show.ts';
import { softwareName } from '../software-name.ts';
import { texts } from '../texts.ts';
import { bullets, cell, grid, plain, say } from './escape.ts';

/** Rows shown of a list; report.json has them all. */
const rows_max = 100;

export function readMarkdown(report: Report, lang: Language): string[] {
  const { files, software, tables, assumptions, issues } = report;
  const known = software.name !== null;
  const score = percent(software.score);
  return [
    `### ${texts.files[lang]}`,
    texts.files_note[lang],
    grid(
      [texts.name[lang], texts.format[lang], texts.size[lang], 'SHA-256'],
      files
        .slice(0, rows_max)
        .map((file) => [plain(file.name), plain(file.format), bytes(file.bytes), file.sha256]),
    ),
    ...rest(files.length, lang),
    `### ${texts.software[lang]}`,
    known
      ? `${plain(softwareName(software)[lang])}: ${say(texts.software_score, lang, { score })}`
      : texts.software_unknown[lang],
    bullets(software.reasons.map((reason) => plain(reason[lang]))),
    `### ${texts.canonical_tables[lang]}`,
    grid(
      [texts.table[lang], '', texts.rows_read[lang], texts.rows_refused[lang]],
      Object.entries(tables).map(([name, { read, refused }]) => [
        plain(name),
        plain(subjectLabel(name)[lang]),
        grouped(read),
        grouped(refused),
      ]),
    ),
    ...rawTables(report, lang),
    `### ${texts.assumptions[lang]}`,
    assumptions.length === 0 ? texts.no_assumptions[lang] : texts.assumptions_note[lang],
    bullets(
      assumptions
        .slice(0, rows_max)
        .map(
          ({ what, subject, value, reason }) =>
            `${word(what)[lang]}: ${plain(subject)} = **${plain(value)}** — ${plain(reason[lang])}`,
        ),
    ),
    `### ${texts.issues[lang]}`,
    ...issuesTable(issues, lang),
  ].filter((block) => block !== '');
}

function rest(all: number, lang: Language): string[] {
  if (all <= rows_max) return [];
  return [say(texts.more_in_json, lang, { shown: rows_max, more: grouped(all - rows_max) })];
}

function rawTables({ raw_tables: all }: Report, lang: Language): string[] {
  const skipped = all.filter((table) => table.skipped !== null).length;
  return [
    `### ${texts.raw_tables[lang]}`,
    say(texts.raw_note, lang, { used: all.length - skipped, skipped }),
    grid(
      [
        texts.raw_table[lang],
        texts.rows_read[lang],
        texts.rows_refused[lang],
        texts.declared[lang],
        texts.why_skipped[lang],
      ],
      all
        .slice(0, rows_max)
        .map((table) => [
          plain(table.name),
          grouped(table.read),
          grouped(table.refused),
          (table.declared ? texts.yes : texts.no)[lang],
          plain((lang === 'zh' ? table.skipped_zh : table.skipped) ?? ''),
        ]),
    ),
    ...rest(all.length, lang),
  ];
}

function issuesTable(issues: Report['issues'], lang: Language): string[] {
  if (issues.length === 0) return [texts.no_issues[lang]];
  return [
    texts.issues_note[lang],
    grid(
      [texts.weight[lang], texts.what_happened[lang], texts.place[lang], texts.times[lang]],
      issues
        .slice(0, rows_max)
        .map((issue) => [
          word(issue.severity)[lang],
          `${plain(lang === 'zh' ? issue.message_zh : issue.message, 1000)} (${plain(issue.code)})`,
          issue.file === null
            ? '—'
            : plain([issue.file, issue.line, issue.column].filter((one) => one !== null).join(':')),
          cell(issue.count),
        ]),
    ),
    ...rest(issues.length, lang),
  ];
}
