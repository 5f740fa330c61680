import { Command } from 'commander';
import type { MarketName } from '../../generate/lawful/markets/market.ts';
import { platforms } from '../../generate/platforms.ts';
import type { Platform, PlatformOptions } from '../../generate/platforms.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import { folderWriter } from '../folder-writer.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { textTable } from '../text-table.ts';

interface GenerateFlags extends CommonOptions {
  readonly out: string;
  readonly seed?: number;
  readonly members?: number;
  readonly until?: string;
  readonly lawful?: boolean;
  readonly market?: MarketName;
  readonly violate?: readonly string[];
}

const seed_max = 2 ** 32 - 1;
const members_max = 1_000_000_000;

export function generateCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('generate')
    .description(
      say('write a synthetic platform: nobody in it exists', '生成合成平台数据：其中无真实人员'),
    )
    .argument('[platform]', say('which one; see below', '平台名称，见下'), 'sample')
    .option('--lawful', say('the platform named lawful', '即名为 lawful 的守法平台'))
    .option('-o, --out <folder>', say('where its files go', '文件存放处'), 'polyprism-platform')
    .option(
      '--seed <n>',
      say('another platform of the same kind', '同类平台的另一个'),
      values.wholeNumber(0, seed_max),
    )
    .option(
      '--members <n>',
      say('how many members, where the platform takes a number', '会员数（适用于可指定的平台）'),
      values.wholeNumber(1, members_max),
    )
    .option(
      '--until <date>',
      say('last day of the data, where the platform takes one', '数据截止日（适用于可指定的平台）'),
      values.isoDate,
    )
    .option(
      '--market <name>',
      say(
        'whose law the lawful platform keeps: cn, eu, in or us',
        '守法平台所守法律的市场：cn、eu、in 或 us',
      ),
      values.market,
    )
    .option(
      '--violate <id...>',
      say(
        'provisions to violate once each, where the platform is lawful',
        '各违反一次的条款（仅限守法平台）',
      ),
    )
    .addHelpText('after', catalogue(language))
    .action(runGenerate);
}

async function runGenerate(name: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<GenerateFlags>();
  await runCommand(flags, async (signal) => {
    const writer = folderWriter(flags.out, signal);
    const platform = platformNamed(flags.lawful === true ? 'lawful' : name);
    const truth = await platform.run(optionsOf(flags), writer);
    process.stdout.write(`${JSON.stringify(truth, null, flags.json ? 0 : 2)}\n`);
    return exitCode.clean;
  });
}

function platformNamed(name: string): Platform {
  if (Object.hasOwn(platforms, name)) return platforms[name as keyof typeof platforms];
  const names = Object.keys(platforms).join(', ');
  throw new PolyprismError('generate.unknown_platform', { name, names });
}

function optionsOf(flags: GenerateFlags): PlatformOptions {
  return {
    ...(flags.seed !== undefined && { seed: flags.seed }),
    ...(flags.members !== undefined && { members: flags.members }),
    ...(flags.until !== undefined && { until: flags.until }),
    ...(flags.market !== undefined && { market: flags.market }),
    ...(flags.violate !== undefined && { violate: flags.violate }),
  };
}

function catalogue(language: Language): string {
  // The empty first cell indents.
  const rows = Object.entries(platforms).map(([name, { doc }]) => ['', name, doc[language]]);
  const [title, end] =
    language === 'zh'
      ? ['平台：', '运行后以 JSON 给出其中预置的内容。']
      : ['Platforms:', 'It prints what was planted, as JSON.'];
  return `\n${title}\n${textTable(rows)}\n\n${end}`;
}
