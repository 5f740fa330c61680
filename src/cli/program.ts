import { Command, Option } from 'commander';
import type { Localised } from '../model/localised.ts';
import { checkCommand } from './commands/check.ts';
import { demoCommand } from './commands/demo.ts';
import { generateCommand } from './commands/generate.ts';
import { inspectCommand } from './commands/inspect.ts';
import { mapCommand } from './commands/map.ts';
import { packCommand } from './commands/pack.ts';
import { screenCommand } from './commands/screen.ts';
import type { Language } from './language.ts';
import { language as languageValue } from './option-values.ts';
import { packageVersion } from './package-version.ts';

const intro: Localised = {
  en: `Supervision of social e-commerce: data in, findings out, each with its provision
and its evidence. Nothing leaves this machine.`,
  zh: `社交电商监管:读入数据,给出发现,每项发现附条款与证据。数据不离开本机。`,
};

const examples: Localised = {
  en: `
Examples:
  polyprism inspect mall.sql.gz                 report on a seized mall's dump
  polyprism inspect exports/ --out case-17      a folder of CSV, Excel, JSON
  polyprism inspect mysql://user@host/mall      a live database, read-only
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

/** The whole command line, as a value; `show` takes help and version. */
export function program(language: Language, show: (text: string) => void): Command {
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
  const commands = [
    inspectCommand,
    checkCommand,
    screenCommand,
    mapCommand,
    generateCommand,
    demoCommand,
    packCommand,
  ];
  for (const make of commands) root.addCommand(settle(make(language), root, language));
  return root;
}

/** A command and those below it behave as the root does. */
function settle(command: Command, parent: Command, language: Language): Command {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) settle(below, command, language);
  return command.helpOption('-h, --help', language === 'zh' ? '显示帮助' : 'show this help');
}
