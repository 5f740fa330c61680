import type { Report, ReportMoney, ReportProvision } from '../../model/report.ts';
import type { Finding } from '../../model/provision.ts';
import { articleLabel } from '../article.ts';
import { findingGroups } from '../facts/finding-groups.ts';
import type { FindingGroup } from '../facts/finding-groups.ts';
import { needGroups } from '../facts/need-groups.ts';
import { placeOf } from '../facts/place-of.ts';
import { momentOf, moments } from '../../model/moment.ts';
import { provisionsOf } from '../facts/stages.ts';
import {
  columnLabel,
  countLabel,
  needLabel,
  parameterLabel,
  subjectLabel,
  verdictLabel,
  word,
} from '../labels.ts';
import { evidence, grouped } from '../show.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import { bullets, cell, grid, plain, say } from './escape.ts';
import { countsSentence } from '../facts/flip-sentence.ts';
import { twoLawsSentence } from '../two-laws.ts';
import { waiverSentence } from '../waiver-sentence.ts';
import { waiversMarkdown } from './waivers.ts';

const findings_max = 20;
const rows_max = 5;

export function stagesMarkdown(report: Report, lang: Language): string[] {
  return [
    texts.stages_note[lang],
    ...classifiedMarkdown(report, lang),
    grid(
      [texts.stage[lang], texts.provision[lang], texts.verdict[lang], texts.findings[lang]],
      moments.flatMap((moment) =>
        provisionsOf(report, moment).map(({ verdict, latest }) => [
          word(moment)[lang],
          `${plain(latest.title[lang])} (${plain(latest.id)})`,
          verdictLabel(verdict.verdict, moment)[lang],
          grouped(verdict.findings),
        ]),
      ),
    ),
  ];
}

function classifiedMarkdown({ classifications }: Report, lang: Language): string[] {
  if (classifications.length === 0) return [];
  return [
    `**${texts.classified[lang]}.** ${texts.classified_note[lang]}`,
    grid(
      [texts.provision, texts.class_holds, texts.class_holds_not, texts.verdict_cannot_tell].map(
        (head) => head[lang],
      ),
      classifications.map(({ title, provision, holds, does_not_hold, undecided, needs }) => [
        `${plain(title[lang])} (${plain(provision)})`,
        ...[holds, does_not_hold].map((n) => (needs.length > 0 ? '—' : grouped(n))),
        needs.length > 0
          ? texts.missing[lang] + needs.map((need) => plain(needLabel(need)[lang])).join(', ')
          : grouped(undecided),
      ]),
    ),
  ];
}

export function findingsMarkdown(report: Report, lang: Language): string[] {
  const groups = findingGroups(report);
  if (groups.length === 0) return [texts.no_findings[lang]];
  return [
    say(texts.findings_note, lang, { shown: findings_max, rows: rows_max }),
    ...waiversMarkdown(report, lang),
    ...groups.flatMap((group) => groupMarkdown(group, report.money, lang)),
  ];
}

function groupMarkdown(group: FindingGroup, money: ReportMoney, lang: Language): string[] {
  const { provision, findings } = group;
  const more = findings.length - findings_max;
  const moment = momentOf(provision);
  const count = countLabel(provision, moment);
  return [
    `### ${plain(provision.title[lang])}`,
    `${word(moment)[lang]} · ${plain(provision.id)} · **${say(count, lang, {
      n: grouped(findings.length),
    })}**`,
    bullets(about(provision, lang)),
    ...findings.slice(0, findings_max).flatMap((finding) => findingMarkdown(finding, money, lang)),
    ...(more > 0 ? [say(texts.more_in_csv, lang, { n: grouped(more) })] : []),
  ];
}

function about(provision: ReportProvision, lang: Language): string[] {
  const { cites, in_force, law, reading, remedy, parameters, sha256 } = provision;
  const { from, to } = in_force;
  const line = (label: keyof typeof texts, value: string): string =>
    `**${texts[label][lang]}**: ${value}`;
  const all = (list: ReportProvision['exceptions']): string =>
    list.length === 0 ? texts.none_known[lang] : list.map((one) => plain(one[lang])).join('; ');
  return [
    ...cites.map(
      (one) =>
        `${plain(one.law[lang])} **${plain(articleLabel(one.article)[lang])}** — ` +
        `${word(one.rank)[lang]}, ${word(one.confidence)[lang]} (${cell(one.checked)})`,
    ),
    line(
      'in_force',
      say(to === null ? texts.in_force_since : texts.in_force_span, lang, {
        from,
        to: to ?? '',
      }),
    ),
    line('law', plain(law[lang].trim(), 4000)),
    line('reading', plain(reading[lang].trim(), 4000)),
    line('exceptions', all(provision.exceptions)),
    line('false_positives', all(provision.false_positives)),
    line('remedy', plain(remedy[lang].trim(), 4000)),
    line(
      'parameters',
      parameters.length === 0
        ? texts.no_parameters[lang]
        : parameters
            .map(({ name, value, cite }) => {
              const source = cite === 'ours' ? texts.parameter_ours[lang] : plain(cite);
              return `${plain(name)} = ${cell(parameterLabel(value)[lang])} (${source})`;
            })
            .join('; '),
    ),
    line('provision_digest', sha256),
  ];
}

function findingMarkdown(finding: Finding, money: ReportMoney, lang: Language): string[] {
  const {
    subject,
    act_on,
    explanation,
    evidence: rows,
    id,
    laws,
    source,
    waiver,
    counts,
  } = finding;
  const columns = [...new Set(rows.slice(0, rows_max).flatMap((row) => Object.keys(row)))];
  const day = act_on === null ? '' : ` · ${cell(act_on)}`;
  const more = rows.length - rows_max;
  const place = source ? placeOf(finding, source) : null;
  const named = subject.table === 'data_set' ? '' : ` ${plain(subject.id)}`;
  return [
    `**${subjectLabel(subject.table)[lang]}${named}**${day}`,
    plain(explanation[lang], 4000),
    ...(laws ? [plain(twoLawsSentence(laws)[lang], 4000)] : []),
    ...(counts ? [plain(countsSentence(counts)[lang], 4000)] : []),
    ...(waiver ? [plain(waiverSentence(waiver)[lang], 4000)] : []),
    ...(columns.length === 0
      ? []
      : [
          grid(
            columns.map((name) => plain(columnLabel(name, subject.table)?.[lang] ?? name)),
            rows
              .slice(0, rows_max)
              .map((row) =>
                columns.map((name) => cell(evidence(name, row[name] ?? null, money)[lang])),
              ),
          ),
        ]),
    ...(more > 0 ? [say(texts.more_rows_in_csv, lang, { n: grouped(more) })] : []),
    ...(place ? [`${place.label[lang]} ${plain(place.at)}`] : []),
    `${texts.finding_digest[lang]}: ${plain(id)}`,
  ];
}

export function uncheckedMarkdown(report: Report, lang: Language): string[] {
  const groups = needGroups(report);
  if (groups.length === 0) return [texts.all_checked[lang]];
  const titles = new Map(report.provisions.map(({ id, title }) => [id, title]));
  return [
    texts.unchecked_note[lang],
    bullets(
      groups.map(({ needs, provisions }) => {
        const wanted = needs
          .map((need) => `**${plain(needLabel(need)[lang])}** (${plain(need)})`)
          .join(texts.and[lang]);
        const names = provisions
          .map((id) => `${plain(titles.get(id)?.[lang] ?? '')} (${plain(id)})`)
          .join('; ');
        const could = say(texts.could_be_checked, lang, { n: provisions.length });
        return `${texts.with_data[lang]}${wanted}: ${could}: ${names}`;
      }),
    ),
  ];
}
