import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { comparePacks } from '../../inspect/compare-packs.ts';
import type { PackComparison } from '../../inspect/compare-packs.ts';
import type { ProvisionDifference, Touched } from '../../inspect/compare-findings.ts';
import { judgeable, recallSnapshot } from '../../inspect/snapshot-file.ts';
import type { JudgeableSnapshot } from '../../inspect/snapshot-file.ts';
import { importInputs } from '../../intake/import.ts';
import type { Localised } from '../../model/localised.ts';
import { loadPack } from '../../packs/load-packs.ts';
import { formatMoney } from '../../provisions/format-value.ts';
import { checkInputs } from '../check-inputs.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { readMapping } from '../read-mapping.ts';
import { readTrust } from '../read-trust.ts';
import { runCommand } from '../run-command.ts';
import { textTable } from '../text-table.ts';

interface DiffFlags extends CommonOptions {
  readonly snapshot: readonly string[];
  readonly map?: string;
  readonly asOf?: string;
  readonly trust?: string;
}

export function diffCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('diff')
    .description(
      say(
        'judge the same data by two versions of a pack: findings gained and lost',
        '用标准包的两个版本判断同一数据：新增与消失的发现',
      ),
    )
    .argument(
      '<old>',
      say('a folder, or a signed .tgz with --trust', '文件夹，或已签名的 .tgz（配合 --trust）'),
    )
    .argument('<new>', say('the other version', '另一版本'))
    .requiredOption(
      '--snapshot <path...>',
      say(
        'the snapshot folder an inspect wrote, or files as inspect reads them',
        'inspect 写出的 snapshot 文件夹，或 inspect 可读的文件',
      ),
    )
    .option('--map <file>', say('mapping.yaml, where files are given', '给出文件时所用的映射文件'))
    .option(
      '--as-of <date>',
      say(
        'judge as of this day; default: the last day the data speak of',
        '按此日判断；默认为数据所及的最后一日',
      ),
      values.isoDate,
    )
    .option(
      '--trust <file>',
      say('trust.yaml: whose signed packs to use', 'trust.yaml：信任谁签名的标准包'),
    )
    .addHelpText('after', help[language])
    .action(runDiff);
}

async function runDiff(
  before: string,
  after: string,
  _flags: unknown,
  command: Command,
): Promise<void> {
  const flags = command.optsWithGlobals<DiffFlags>();
  await runCommand(flags, async (signal) => {
    const trust = flags.trust === undefined ? undefined : await readTrust(flags.trust);
    const packs = [await loadPack(before, trust), await loadPack(after, trust)] as const;
    const options = { signal, ...(flags.asOf !== undefined && { as_of: flags.asOf }) };
    const compared = await withSnapshot(flags, signal, async (snapshot) => {
      return await comparePacks(snapshot, packs[0], packs[1], options);
    });
    const [old, next] = packs.map(({ id, version, digest }) => ({ id, version, digest }));
    const differs = compared.provisions.some(isChanged);
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ before: old, after: next, differs, ...compared })}\n`
        : show(compared, flags.lang),
    );
    return differs ? exitCode.breaches : exitCode.clean;
  });
}

/** A snapshot that is there, or one made of the inputs, gone afterwards. */
async function withSnapshot<T>(
  { snapshot: paths, map }: DiffFlags,
  signal: AbortSignal,
  use: (snapshot: JudgeableSnapshot) => Promise<T>,
): Promise<T> {
  const [first = '', ...others] = paths;
  const found = others.length === 0 ? await recallSnapshot(first) : null;
  if (found) return await use(found);
  await checkInputs(paths);
  const mapping = map === undefined ? undefined : await readMapping(map);
  const directory = await mkdtemp(join(tmpdir(), 'polyprism-diff-'));
  try {
    const options = { directory, signal, ...(mapping !== undefined && { mapping }) };
    return await use(judgeable(await importInputs(paths, options)));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function isChanged({ before, after, gained, lost }: ProvisionDifference): boolean {
  return before !== after || gained.findings > 0 || lost.findings > 0;
}

/** A line for each provision that says something else now, and the money they touch. */
function show({ provisions, as_of, currency }: PackComparison, language: Language): string {
  const changed = provisions.filter(isChanged);
  const sum = {
    en: `As of ${as_of}: ${changed.length} of ${provisions.length} provisions say something else.`,
    zh: `按 ${as_of} 判断：${provisions.length} 个条款中 ${changed.length} 个结果不同。`,
  };
  if (changed.length === 0) return `${sum[language]}\n`;
  const rows = changed.map((one) => [
    one.provision,
    verdictWord(one.before, language),
    verdictWord(one.after, language),
    String(one.kept),
    ...[one.gained, one.lost].flatMap((part) => [
      String(part.findings),
      String(part.subjects),
      money(part, language, currency),
    ]),
  ]);
  return `${textTable([head[language], ...rows])}\n\n${sum[language]}\n`;
}

function money({ money: sums }: Touched, language: Language, currency: string): string {
  const parts = Object.entries(sums).map(
    ([column, minor]) => `${column} ${formatMoney(minor, language, currency)}`,
  );
  return parts.length === 0 ? '-' : parts.join(', ');
}

function verdictWord(verdict: ProvisionDifference['before'], language: Language): string {
  return verdict === null ? '-' : verdicts[verdict][language];
}

const verdicts: Readonly<Record<NonNullable<ProvisionDifference['before']>, Localised>> = {
  breach: { en: 'does not meet', zh: '不符合' },
  no_breach: { en: 'no breach', zh: '未见不符合' },
  cannot_tell: { en: 'cannot tell', zh: '无法判断' },
};

const head: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'provision',
    'before',
    'after',
    'kept',
    'gained',
    'subjects',
    'money',
    'lost',
    'subjects',
    'money',
  ],
  zh: ['条款', '旧版', '新版', '不变', '新增', '对象', '金额', '消失', '对象', '金额'],
};

const help: Localised = {
  en: `
Findings are the same when provision, subject and day of the act are. Money is the sum of each
*_minor column of their evidence.

Exit status: 0 no difference, 1 some, 2 could not run`,
  zh: `
条款、对象、行为日均相同即为同一发现。金额为其证据中各 *_minor 列之和。

退出码：0 无差别，1 有差别，2 未能运行`,
};
