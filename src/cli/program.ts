import { Command, Option } from 'commander';
import type { Localised } from '../model/localised.ts';
import type { Language } from './language.ts';
import { language as languageValue } from './option-values.ts';
import { packageVersion } from './package-version.ts';

const intro: Localised = {
  en: `Supervision of social e-commerce: data in, findings out, each with its provision
and its evidence. Nothing leaves this machine.`,
  zh: `社交电商监管：读入数据，给出发现，每项发现附条款与证据。数据不离开本机。`,
};

const examples: Localised = {
  en: `
Examples:
  polyprism inspect mall.sql.gz                 report on a seized mall's dump
  polyprism inspect exports/ --out case-17      a folder of CSV, Excel, JSON
  polyprism inspect mysql://user@host/mall      a live database, read-only
  polyprism inspect s3://seized/mall/           objects on S3-compatible storage
  polyprism check listing.json                  a record before it goes out
  polyprism map mall.sql -o mapping.yaml        see and correct what was understood
  polyprism generate sample -o sample           something to try it on

Exit status: 0 nothing found, 1 breaches found, 2 could not run,
             3 nothing found but something could not be checked, 130 interrupted`,
  zh: `
示例：
  polyprism inspect mall.sql.gz                 检查一份商城数据库转储
  polyprism inspect exports/ --out case-17      一个文件夹的 CSV、Excel、JSON
  polyprism inspect mysql://user@host/mall      在线数据库（只读）
  polyprism inspect s3://seized/mall/           S3 兼容存储上的对象
  polyprism check listing.json                  发布前检查单条记录
  polyprism map mall.sql -o mapping.yaml        查看并修正识别结果
  polyprism generate sample -o sample           生成可供试用的数据

退出码：0 未见不符合，1 有不符合，2 未能运行，3 未见不符合但有事项无法检查，130 已中断`,
};

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
};

type MakeCommand = (language: Language) => Command;

/** Every command, in the order of the help. Each brings much with it, so the wanted are loaded. */
const commands: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  appraise: async () => (await import('./commands/appraise.ts')).appraiseCommand,
  network: async () => (await import('./commands/network.ts')).networkCommand,
  explore: async () => (await import('./commands/explore.ts')).exploreCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  screen: async () => (await import('./commands/screen.ts')).screenCommand,
  map: async () => (await import('./commands/map.ts')).mapCommand,
  generate: async () => (await import('./commands/generate.ts')).generateCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  bag: async () => (await import('./commands/bag.ts')).bagCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  reproduce: async () => (await import('./commands/reproduce.ts')).reproduceCommand,
  spark: async () => (await import('./commands/spark.ts')).sparkCommand,
  pack: async () => (await import('./commands/pack.ts')).packCommand,
  guidance: async () => (await import('./commands/guidance.ts')).guidanceCommand,
  submission: async () => (await import('./commands/submission.ts')).submissionCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  feed: async () => (await import('./commands/feed.ts')).feedCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  'plan-run': async () => (await import('./commands/plan-run.ts')).planRunCommand,
};

/** Their names. */
export const commandNames: readonly string[] = Object.keys(commands);

/** The command a command line names after the common options; undefined where it names none. */
export function commandNamed(args: readonly string[]): string | undefined {
  let at = 0;
  while (args[at] === '--json' || args[at]?.startsWith('--lang'))
    at += args[at] === '--lang' ? 2 : 1;
  const name = args[at] ?? '';
  return Object.hasOwn(commands, name) ? name : undefined;
}

/** The commands a command line has to know: the one it names, none for the version, or all. */
export function commandsFor(args: readonly string[]): readonly string[] {
  const named = commandNamed(args);
  if (named !== undefined) return [named];
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--version') || options.includes('-V') ? [] : commandNames;
}

/**
 * The command line as a value: all of it, or as much as some commands need. `show` takes help and
 * version.
 */
export async function program(
  language: Language,
  show: (text: string) => void,
  wanted = commandNames,
): Promise<Command> {
  const zh = language === 'zh';
  const root = new Command('polyprism')
    .description(intro[language])
    .version(packageVersion(), '-V, --version', zh ? '显示版本' : 'show the version')
    .helpOption('-h, --help', zh ? '显示帮助' : 'show this help')
    .helpCommand('help [command]', zh ? '显示某个命令的帮助' : 'show the help of a command')
    .addHelpText('after', examples[language])
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (zh ? (titles[title] ?? title) : title),
      styleOptionDescription: (text) =>
        zh ? text.replace(/ \(default: (.*)\)$/s, '（默认：$1）') : text,
    })
    .configureOutput({ writeOut: show, writeErr: show, outputError: () => undefined })
    .exitOverride()
    .option(
      '--json',
      zh ? '在标准输出给出一个 JSON 值，出错时亦然' : 'print one JSON value, errors too',
    )
    .addOption(
      new Option('--lang <zh|en>', zh ? '输出语言' : 'language of what is printed')
        .argParser(languageValue)
        .default(language, zh ? '随终端' : "the terminal's"),
    );
  for (const [name, load] of Object.entries(commands)) {
    if (!wanted.includes(name)) continue;
    const make = await load();
    root.addCommand(settle(make(language), root, language));
  }
  return root;
}

/** A command and those below it behave as the root does. */
function settle(command: Command, parent: Command, language: Language): Command {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) settle(below, command, language);
  return command.helpOption('-h, --help', language === 'zh' ? '显示帮助' : 'show this help');
}
