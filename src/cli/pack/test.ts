import { Command } from 'commander';
import { DuckDb } from '../../engine/duckdb.ts';
import { derivers } from '../../inspect/derivers.ts';
import type { Localised } from '../../model/localised.ts';
import { readPack } from '../../packs/load-packs.ts';
import { isPassed, testPack } from '../../packs/test-pack.ts';
import type { ProvisionTested } from '../../packs/test-pack.ts';
import type { CaseKind } from '../../provisions/test-coverage.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { ProgressLine } from '../progress-line.ts';
import { runCommand } from '../run-command.ts';
import { tellDiagnostics } from './lint.ts';
import { textTable } from '../text-table.ts';

interface TestFlags extends CommonOptions {
  readonly mutants?: boolean;
}

export function testCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('test')
    .description(say('run the cases of every provision', '运行每个条款的用例'))
    .argument('<folder>', say('the folder of one pack', '标准包文件夹'))
    .option(
      '--mutants',
      say(
        'also make every small mistake in turn and show those no case notices',
        '逐一植入微小错误，列出用例未能发现的',
      ),
    )
    .addHelpText('after', help[language])
    .action(runTest);
}

async function runTest(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<TestFlags>();
  await runCommand(flags, async (signal) => {
    const read = await readPack(folder);
    if (read.pack === null) return tellDiagnostics(read, flags);
    const engine = await DuckDb.open({ threads: 1 });
    try {
      const line = new ProgressLine(process.stderr, flags.lang);
      const progress = line.listener;
      const tested = await testPack(engine, read, {
        mutants: flags.mutants === true,
        derivers,
        signal,
        ...(progress && { progress }),
      }).finally(() => line.clear());
      const passed = tested.every(isPassed);
      const { id, version, digest } = read.pack;
      const value = { pack: id, version, digest, passed, provisions: tested };
      process.stdout.write(flags.json ? `${JSON.stringify(value)}\n` : show(tested, flags.lang));
      return passed ? exitCode.clean : exitCode.breaches;
    } finally {
      engine.close();
    }
  });
}

/** A line for each provision, then what is wrong with those that did not pass. */
function show(tested: readonly ProvisionTested[], language: Language): string {
  const rows = tested.map((one) => [
    isPassed(one) ? '✓' : '✗',
    one.provision,
    one.version_in_force,
    `${one.passed}/${one.cases}`,
    ...counted.map((name) => String(one.subjects[name])),
    one.mutants === null ? '-' : killed(one.mutants),
  ]);
  const faults = tested.filter((one) => !isPassed(one)).map((one) => faultsOf(one, language));
  const passed = tested.filter(isPassed).length;
  const sum = {
    en: `${passed} of ${tested.length} provisions pass.`,
    zh: `${tested.length} 个条款中 ${passed} 个通过。`,
  };
  return `${[textTable([head[language], ...rows]), ...faults, sum[language]].join('\n\n')}\n`;
}

const counted = [
  'true_positives',
  'false_positives',
  'false_negatives',
  'true_negatives',
  'undecided',
] as const;

const head: Readonly<Record<Language, readonly string[]>> = {
  en: ['', 'provision', 'in force', 'cases', 'TP', 'FP', 'FN', 'TN', '?', 'mutants'],
  zh: ['', '条款', '施行日', '用例', '真阳', '假阳', '假阴', '真阴', '待定', '变异'],
};

function killed({ made, survivors }: NonNullable<ProvisionTested['mutants']>): string {
  return `${made - survivors.length}/${made}`;
}

function faultsOf(one: ProvisionTested, language: Language): string {
  const { failures, missing, mutants } = one;
  const lines = [
    ...failures.map((failure) => `  ${failure.case}: ${failure.message}`),
    ...missing.map((kind) => `  ${words.missing[language]} ${kinds[kind][language]}`),
    ...(mutants?.survivors ?? []).map((change) => `  ${words.survivor[language]} ${change}`),
  ];
  return [`${one.provision} ${one.version_in_force}`, ...lines].join('\n');
}

const words: Readonly<Record<'missing' | 'survivor', Localised>> = {
  missing: { en: 'no case with', zh: '缺少用例：' },
  survivor: { en: 'no case notices:', zh: '用例未发现：' },
};

const kinds: Readonly<Record<CaseKind, Localised>> = {
  breach: { en: 'a breach', zh: '违反' },
  clean: { en: 'a row that is just within the limit', zh: '临界合规' },
  undecided: { en: 'the deciding value missing (NULL)', zh: '缺少关键值（NULL）' },
  first_day: { en: 'an act of the day before it came into force', zh: '施行前一日的行为' },
};

const help: Localised = {
  en: `
TP in breach as expected, FP in breach but not expected, FN expected but not found, TN called ok
and found so, ? undecided as expected. Each provision needs a breach, a row just within the limit,
one whose deciding value is missing, and an act of the day before it came into force.

Exit status: 0 all pass, 1 some do not, 2 the pack is not sound (see pack lint)`,
  zh: `
真阳：如预期违反；假阳：违反但非预期；假阴：预期违反而未发现；真阴：预期合规且如此；
待定：如预期无法判断。每个条款须有：违反、临界合规、缺少关键值、施行前一日的行为各一例。

退出码：0 全部通过，1 有未通过，2 标准包本身有误（见 pack lint）`,
};
