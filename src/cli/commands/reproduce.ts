import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { bag_paths } from '../../evidence/bag/bag-paths.ts';
import { sha256 } from '../../evidence/digest.ts';
import { verifyBag } from '../../evidence/verify/verify-bag.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { Report } from '../../model/report.ts';
import { reportDigest } from '../../report/json.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { comparisonText, compareReports, isReproduced } from '../reproduce/compare-reports.ts';
import type { Comparison } from '../reproduce/compare-reports.ts';
import { packsIn, runAgain } from '../reproduce/run-again.ts';
import { runCommand } from '../run-command.ts';
import { readRun } from '../run-file.ts';
import { folderSource } from '../verify/folder-source.ts';

interface ReproduceFlags extends CommonOptions {
  readonly raw?: readonly string[];
  readonly personKey?: string;
  readonly threads?: number;
}

export function reproduceCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('reproduce')
    .description(
      say(
        'run the inspection of a bag again and compare what is found',
        '重新执行证据包中的检查，并比对各项发现',
      ),
    )
    .argument('<bag>', say('folder of the bag', '证据包文件夹'))
    .option(
      '--raw <path...>',
      say('the raw files, where the bag has none', '原始文件（包内没有时）'),
    )
    .option(
      '--person-key <file>',
      say('key the pseudonyms were made with', '当时所用的人员假名密钥'),
    )
    .option('--threads <n>', say('threads to use', '线程数'), values.wholeNumber(1, 1_024))
    .addHelpText('after', help[language])
    .action(runReproduce);
}

async function runReproduce(given: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<ReproduceFlags>();
  await runCommand(flags, async (signal, places) => {
    const bag = await places.here(given);
    const against = { keys: [], older: null, authorities: [] };
    const outcomes = await verifyBag(await folderSource(bag), against);
    if (outcomes.some(({ state }) => state === 'broken'))
      throw new PolyprismError('bag.unsound', { path: bag });
    const comparison = await compare(bag, flags, signal);
    process.stdout.write(
      flags.json ? `${JSON.stringify(comparison)}\n` : comparisonText(comparison, flags.lang),
    );
    return isReproduced(comparison) ? exitCode.clean : exitCode.breaches;
  });
}

async function compare(
  bag: string,
  flags: ReproduceFlags,
  signal: AbortSignal,
): Promise<Comparison> {
  const text = await readFile(join(bag, bag_paths.report), 'utf8');
  const run = readRun(await readFile(join(bag, bag_paths.run), 'utf8').catch(() => ''));
  if (!run) throw new PolyprismError('bag.unsound', { path: bag });
  // The bag was verified: its report is one.
  const before = JSON.parse(text) as Report;
  const raw = join(bag, bag_paths.raw);
  const own = await stat(raw).catch(() => null);
  if (!own && flags.raw === undefined) throw new PolyprismError('bag.no_raw', { path: bag });
  const work = await mkdtemp(join(tmpdir(), 'polyprism-reproduce-'));
  try {
    const now = await runAgain({
      run,
      packs: await packsIn(bag, before),
      inputs: flags.raw ?? [raw],
      work,
      person_key: flags.personKey,
      threads: flags.threads,
      signal,
    });
    return compareReports(before, now, reportDigest(now) === sha256(text));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const help: Localised = {
  en: `
The bag is verified first, and nothing of one that breaks a promise is run. Another version of
Polyprism may word a report differently; the ids of findings must stay the same. Where evidence
names people by pseudonyms, --person-key must be the key of the inspection (snapshot/person.key).

Exit status: 0 every finding found again and no other, 1 not so, 2 could not run`,
  zh: `
先核对证据包；有任何一项不成立，则不执行其中内容。不同版本的 Polyprism 报告措辞可能不同，
但各项发现的编号必须一致。证据中以假名指称人员的，须用 --person-key 给出检查时的密钥
（snapshot/person.key）。

退出码：0 各项发现完全一致，1 不一致，2 未能运行`,
};
