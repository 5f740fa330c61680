import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { writeNetworkExplorer } from '../../inspect/network-explorer.ts';
import { PolyprismError } from '../../model/issue.ts';
import { fill } from '../../model/localised.ts';
import { grouped, visible } from '../../report/show.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { snapshotOf } from '../snapshot-of.ts';

interface ExploreFlags extends CommonOptions {
  readonly out: string;
  readonly since?: string;
  readonly until?: string;
}

const written = {
  en:
    '{members} member(s), {schemes} structure(s), {alone} alone, {levels} level(s); ' +
    '{candidates} with thirty people and three levels.\n{tiles} tile(s) written to {out}.',
  zh:
    '会员 {members} 名，网络 {schemes} 个，无上下线者 {alone} 名，最深 {levels} 层；' +
    '达三十人且三级的 {candidates} 名。\n已写出图块 {tiles} 个：{out}。',
} as const;

export function exploreCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('explore')
    .description(
      say(
        'lay out the recruitment network of an inspection, as files to draw it from and to walk it',
        '对检查所得推荐网络作一次性布局，写出供绘制与逐级查看的文件',
      ),
    )
    .argument('<folder>', say('where inspect wrote its report', 'inspect 的输出文件夹'))
    .requiredOption('-o, --out <folder>', say('where to write', '输出文件夹'))
    .option(
      '--since <date>',
      say('mark what changed since the end of this day', '标出自该日终了以来的变化'),
      values.isoDate,
    )
    .option(
      '--until <date>',
      say(
        'up to the end of this day; default: the last day of the data',
        '至该日终了为止；默认数据截止日',
      ),
      values.isoDate,
    )
    .action(runExplore);
}

async function runExplore(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<ExploreFlags>();
  await runCommand(flags, async (signal, places) => {
    const snapshot = await snapshotOf(await places.here(folder));
    const { since, until } = flags;
    if (since === undefined && until !== undefined) {
      throw new PolyprismError('cli.missing_argument', {
        name: '--since',
        try: 'polyprism explore --help',
      });
    }
    const compared = since === undefined ? null : { since, until: until ?? null };
    const index = await places.out(flags.out, async (out) => {
      // The index comes last: without it a folder half written is none.
      await rm(join(out.folder, 'index.json'), { force: true });
      return await writeNetworkExplorer(snapshot, compared, async (name, bytes) => {
        signal.throwIfAborted();
        const path = join(out.folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      });
    });
    const { members, schemes, alone, levels, candidates, tiles } = index;
    const text = fill(written[flags.lang], {
      members: grouped(members),
      schemes: grouped(schemes),
      alone: grouped(alone),
      levels: grouped(levels),
      candidates: grouped(candidates),
      tiles: grouped(tiles.count),
      out: visible(flags.out),
    });
    process.stdout.write(flags.json ? `${JSON.stringify(index)}\n` : `${text}\n`);
    return exitCode.clean;
  });
}
