import { describeIssue } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { RecordCheck, RecordVerdict } from '../../model/record-check.ts';
import { needLabel } from '../../report/labels.ts';
import { visible } from '../../report/show.ts';
import type { Language } from '../language.ts';

/** A record as judged, or why it was not. */
export interface CheckedRecord {
  /** Where it stands: its line, or its number in an array. */
  readonly line: number;
  /** null where the record could not be read. */
  readonly check: RecordCheck | null;
  /** What is wrong with the record or its values. */
  readonly issues: readonly Issue[];
}

export interface CheckCounts {
  readonly records: number;
  readonly breach: number;
  readonly indication: number;
  readonly cannot_tell: number;
  readonly no_breach: number;
  readonly issues: number;
}

export function countChecks(records: readonly CheckedRecord[]): CheckCounts {
  const verdicts = records.flatMap(({ check }) => check?.verdicts ?? []);
  const count = (wanted: RecordVerdict['verdict']): number =>
    verdicts.filter(({ verdict }) => verdict === wanted).length;
  return {
    records: records.length,
    breach: count('breach'),
    indication: count('indication'),
    cannot_tell: count('cannot_tell'),
    no_breach: count('no_breach'),
    issues: records.flatMap(({ issues }) => issues).length,
  };
}

/** A terminal's lines: each record with what is to be said of it, then the sums. */
export function showChecks(
  records: readonly CheckedRecord[],
  titles: ReadonlyMap<string, Localised>,
  beyond: readonly string[],
  lang: Language,
): string {
  const lines = records.flatMap((record) => [...showRecord(record, titles, lang), '']);
  const sums = fill(texts.sums[lang], { ...countChecks(records) });
  const rest = beyond.length === 0 ? [] : [fill(texts.beyond[lang], { count: beyond.length })];
  return `${[...lines, sums, ...rest].join('\n')}\n`;
}

function showRecord(
  { line, check, issues }: CheckedRecord,
  titles: ReadonlyMap<string, Localised>,
  lang: Language,
): string[] {
  const head = check === null ? `#${line}` : `${check.table} ${visible(check.id, 60)}`;
  const faults = issues.map((issue) => `  ! ${visible(describeIssue(issue)[lang], 400)}`);
  const verdicts = check?.verdicts ?? [];
  const told = (['breach', 'indication', 'cannot_tell'] as const).flatMap((wanted) =>
    verdicts
      .filter(({ verdict }) => verdict === wanted)
      .flatMap((one) => showVerdict(one, titles, lang)),
  );
  const clean = verdicts.filter(({ verdict }) => verdict === 'no_breach').length;
  const rest = clean === 0 ? [] : [`  ✓ ${fill(texts.clean[lang], { count: clean })}`];
  const facts = (check?.classifications ?? [])
    .filter(({ holds }) => holds === true)
    .map(({ provision }) => `  = ${titles.get(provision)?.[lang] ?? ''} [${provision}]`);
  return [head, ...faults, ...facts, ...told, ...rest];
}

const signs = { breach: '✗', indication: '~', cannot_tell: '?' } as const;

function showVerdict(
  { provision, verdict, needs, finding }: RecordVerdict,
  titles: ReadonlyMap<string, Localised>,
  lang: Language,
): string[] {
  if (verdict === 'no_breach') return [];
  const version = finding ? `@${finding.version_in_force}` : '';
  const title = titles.get(provision + version)?.[lang] ?? '';
  const lines = [`  ${signs[verdict]} ${title} [${provision}${version}]`];
  if (finding) lines.push(`    ${visible(finding.explanation[lang], 2_000)}`);
  if (needs.length > 0) {
    const labels = needs.map((need) => needLabel(need)[lang]).join(lang === 'zh' ? '、' : ', ');
    lines.push(`    ${fill(texts.needs[lang], { labels })}`);
  }
  return lines;
}

const texts = {
  clean: { en: '{count} provision(s) found no breach.', zh: '{count} 个条款未见不符合。' },
  needs: { en: 'To tell, it takes: {labels}', zh: '判断所需：{labels}' },
  sums: {
    en:
      'Records: {records}. Breaches: {breach}. Indications: {indication}. ' +
      'Cannot tell: {cannot_tell}. No breach: {no_breach}. Unreadable: {issues}.',
    zh:
      '记录 {records} 条：不符合 {breach}，迹象 {indication}，无法判断 {cannot_tell}，' +
      '未见不符合 {no_breach}，未能读取 {issues}。',
  },
  beyond: {
    en: '{count} more provision(s) about these tables take a whole data set: polyprism inspect.',
    zh: '另有 {count} 个相关条款需整套数据才能判断：polyprism inspect。',
  },
} as const satisfies Record<string, Localised>;
