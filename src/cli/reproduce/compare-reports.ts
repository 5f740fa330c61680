import type { Report } from '../../model/report.ts';
import { limits } from '../../model/limits.ts';
import type { Language } from '../language.ts';

/** What came of running an inspection again. */
export interface Comparison {
  readonly inputs: Differences;
  readonly packs: Differences;
  readonly findings: Differences;
  /** Whether report.json is the same, byte for byte. */
  readonly report_same: boolean;
  readonly made_with: Report['digests']['engine'];
  readonly run_with: Report['digests']['engine'];
}

export interface Differences {
  readonly same: number;
  /** In the bag, and not found again. */
  readonly lost: readonly string[];
  /** Found now, and not in the bag. */
  readonly added: readonly string[];
}

export function compareReports(before: Report, now: Report, same: boolean): Comparison {
  const digests = (report: Report, of: 'inputs' | 'packs'): string[] =>
    report.digests[of].map(({ sha256 }) => sha256);
  const ids = (report: Report): string[] => report.findings.map(({ id }) => id);
  return {
    inputs: differences(digests(before, 'inputs'), digests(now, 'inputs')),
    packs: differences(digests(before, 'packs'), digests(now, 'packs')),
    findings: differences(ids(before), ids(now)),
    report_same: same,
    made_with: before.digests.engine,
    run_with: now.digests.engine,
  };
}

export function isReproduced({ inputs, packs, findings }: Comparison): boolean {
  return [inputs, packs, findings].every(({ lost, added }) => lost.length + added.length === 0);
}

export function comparisonText(one: Comparison, lang: Language): string {
  const zh = lang === 'zh';
  const titles = zh
    ? { inputs: '原始文件', packs: '标准包', findings: '发现' }
    : { inputs: 'Raw files', packs: 'Packs', findings: 'Findings' };
  const lines = (['inputs', 'packs', 'findings'] as const).map((part) =>
    lineOf(titles[part], one[part], zh),
  );
  const [made, run] = [versionsOf(one.made_with), versionsOf(one.run_with)];
  if (one.report_same)
    lines.push(zh ? '✓ report.json：逐字节一致' : '✓ report.json: byte for byte');
  else if (made === run)
    lines.push(zh ? '? report.json：有差异' : '? report.json: differs in something');
  else
    lines.push(
      zh
        ? `? report.json：有差异（制作：${made}；本次：${run}）`
        : `? report.json: differs (made with ${made}, run with ${run})`,
    );
  const end = isReproduced(one)
    ? zh
      ? '已复现：每项发现的编号与证据包一致。'
      : 'Reproduced: every finding has the id it has in the bag.'
    : zh
      ? '未能复现。'
      : 'Not reproduced.';
  return `${lines.join('\n')}\n\n${end}\n`;
}

function lineOf(title: string, { same, lost, added }: Differences, zh: boolean): string {
  const counts = zh
    ? `${same} 项一致，${lost.length} 项未再出现，${added.length} 项新增`
    : `${same} the same, ${lost.length} not found again, ${added.length} new`;
  const named = [...lost, ...added].slice(0, limits.bag_named_max);
  const mark = lost.length + added.length === 0 ? '✓' : '✗';
  return [`${mark} ${title}${zh ? '：' : ': '}${counts}`, ...named.map((id) => `    ${id}`)].join(
    '\n',
  );
}

/** As often as it is in both: of one digest twice, two are wanted. */
function differences(before: readonly string[], now: readonly string[]): Differences {
  const left = new Map<string, number>();
  for (const one of now) left.set(one, (left.get(one) ?? 0) + 1);
  const lost: string[] = [];
  for (const one of before) {
    const count = left.get(one) ?? 0;
    if (count > 0) left.set(one, count - 1);
    else lost.push(one);
  }
  const added = [...left].flatMap(([one, count]) => Array<string>(count).fill(one));
  return { same: before.length - lost.length, lost, added };
}

function versionsOf({ name, version, polyprism }: Report['digests']['engine']): string {
  return `Polyprism ${polyprism}, ${name} ${version}`;
}
