import type { Report, ReportProvision } from '../model/report.ts';
import { fill } from '../model/localised.ts';
import { candidatesTotal } from './facts/candidates-total.ts';
import { headlineOf } from './facts/headline.ts';
import { findingGroups } from './facts/finding-groups.ts';
import type { FindingGroup } from './facts/finding-groups.ts';
import { severities } from './facts/stages.ts';
import { moneyLines } from './facts/money-lines.ts';
import { needGroups } from './facts/need-groups.ts';
import { needLabel } from './labels.ts';
import { amount, bytes, grouped, percent, visible } from './show.ts';
import type { Language } from './show.ts';
import { softwareName, softwareSentence } from './software-name.ts';
import { texts } from './texts.ts';
import { sumOf } from './facts/sums.ts';

const provisions_max = 6;
const candidates_max = 3;
const needs_max = 4;

/** What a terminal shows after a run: at most thirty lines, no colours. */
export function renderSummary(report: Report, language: Language): string {
  return [
    ...head(report, language),
    ...topFindings(report, language),
    ...network(report, language),
    ...money(report, language),
    ...unchecked(report, language),
  ].join('\n');
}

function head(report: Report, lang: Language): string[] {
  const { files, software, issues } = report;
  const { duties, lines, values } = headlineOf(report);
  const kinds = (severity: string): number =>
    issues.filter((issue) => issue.severity === severity).length;
  return [
    fill(texts.looked_at[lang], {
      files: grouped(files.length),
      size: bytes(sumOf(files.map((file) => file.bytes))),
      rows: grouped(sumOf(Object.values(report.tables).map(({ read }) => read))),
      as_of: visible(report.as_of),
    }),
    fill(softwareSentence(software)[lang], {
      software: softwareName(software).en,
      score: percent(software.score),
    }),
    fill(texts.summary_reading[lang], { errors: kinds('error'), warnings: kinds('warning') }),
    '',
    fill(duties[lang], values),
    fill(texts.verdict_rest[lang], values),
    ...(lines === null ? [] : [fill(lines[lang], values)]),
  ];
}

function topFindings(report: Report, lang: Language): string[] {
  const groups = findingsById(report).toSorted(bySeverity);
  const lines = groups.slice(0, provisions_max).map(({ provision, findings }) =>
    fill(texts[summaryOf(provision)][lang], {
      n: grouped(findings.length),
      title: visible(provision.title[lang], 80),
      id: visible(provision.id, 60),
    }),
  );
  return indented(lines, groups.length, lang);
}

function summaryOf({ finds }: ReportProvision): 'summary_indication' | 'summary_provision' {
  return finds === 'indication' ? 'summary_indication' : 'summary_provision';
}

/** Groups of findings by provision, its versions together. */
function findingsById(report: Report): FindingGroup[] {
  const versions = Map.groupBy(findingGroups(report), ({ provision }) => provision.id);
  return [...versions.values()].flatMap((groups) => {
    const latest = groups.at(-1);
    return latest ? [{ ...latest, findings: groups.flatMap(({ findings }) => findings) }] : [];
  });
}

function bySeverity(a: FindingGroup, b: FindingGroup): number {
  const severity = (group: FindingGroup): number => severities.indexOf(group.provision.severity);
  const finds = (group: FindingGroup): number => (group.provision.finds === 'breach' ? 0 : 1);
  return finds(a) - finds(b) || severity(a) - severity(b) || b.findings.length - a.findings.length;
}

/** A block of lines with an empty one before; says how many of `all` are left out. */
function indented(lines: readonly string[], all: number, lang: Language): string[] {
  if (lines.length === 0) return [];
  const more = all - lines.length;
  const last = more > 0 ? [fill(texts.summary_more[lang], { n: grouped(more) })] : [];
  return ['', ...[...lines, ...last].map((line) => `  ${line}`)];
}

function network({ network: { trees } }: Report, lang: Language): string[] {
  const tree = trees.find(({ members }) => members > 0);
  if (!tree) return ['', texts.no_network[lang]];
  const names = tree.candidates.slice(0, candidates_max).map(
    (one) =>
      `${visible(one.member_id, 40)} (${fill(texts.scheme_size[lang], {
        people: grouped(one.people),
        levels: grouped(one.levels),
      })})`,
  );
  return [
    '',
    fill(texts.tree_sentence[lang], {
      members: grouped(tree.members),
      roots: grouped(tree.roots),
      edges: grouped(tree.members - tree.roots),
      levels: grouped(tree.levels),
      candidates: grouped(candidatesTotal(tree)),
    }),
    ...indented(names, candidatesTotal(tree), lang).slice(1),
  ];
}

function money(report: Report, lang: Language): string[] {
  const known = moneyLines(report.money).flatMap(({ label, sum }) =>
    sum === null ? [] : [`${label[lang]} ${amount(sum, report.money)[lang]}`],
  );
  return known.length === 0 ? [] : ['', known.join(texts.semicolon[lang])];
}

function unchecked(report: Report, lang: Language): string[] {
  const groups = needGroups(report);
  const lines = groups.slice(0, needs_max).map(({ needs, provisions }) => {
    const wanted = needs.map((need) => needLabel(need)[lang]).join(texts.and[lang]);
    const could = fill(texts.could_be_checked[lang], { n: provisions.length });
    return `${texts.with_data[lang]}${wanted}${texts.comma_clause[lang]}${could}`;
  });
  const block = indented(lines, groups.length, lang);
  return block.length === 0 ? [] : ['', texts.section_unchecked[lang], ...block.slice(1)];
}
