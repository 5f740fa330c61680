import { Command, Option } from 'commander';
import type { Localised } from '../../model/localised.ts';
import { renderJson } from '../../report/json.ts';
import { renderSummary } from '../../report/summary.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { InspectFlags } from '../inspect-flags.ts';
import { inspectToFolder } from '../inspect-to-folder.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { formats } from '../report-formats.ts';
import { runCommand } from '../run-command.ts';

/** The packs that come with the software, by name. */
const shipped = 'association-group-buying, cn, eu, us';

/** Flags, what they are for, and the reader of their value where it is not any text. */
const options: readonly [string, Localised, ((value: string) => unknown)?][] = [
  [
    '--as-of <date>',
    {
      en: 'judge as of this day; default: the last day the data speak of',
      zh: '按此日判断；默认为数据所及的最后一日',
    },
    values.isoDate,
  ],
  [
    '--packs <pack...>',
    {
      en: `packs of provisions, instead of cn: ${shipped}; folders; or signed .tgz with --trust`,
      zh: `使用这些标准包，默认 cn：随附的 ${shipped}；文件夹；或已签名的 .tgz（须配合 --trust）`,
    },
  ],
  [
    '--trust <file>',
    { en: 'trust.yaml: whose signed packs to use', zh: 'trust.yaml：信任谁签名的标准包' },
  ],
  [
    '--waivers <file>',
    {
      en: 'waivers.yaml: findings nobody is to act on, by whom, why and until when',
      zh: 'waivers.yaml：暂不处理的发现，由谁决定、理由、到期日',
    },
  ],
  [
    '--map <file>',
    { en: 'mapping.yaml saying what tables and columns mean', zh: '说明各表各列含义的映射文件' },
  ],
  [
    '--charset <name>',
    { en: 'character set, where detection errs', zh: '文件字符集，自动识别有误时用' },
    values.charset,
  ],
  [
    '--time-zone <zone>',
    {
      en: 'zone of times that name none; default: Asia/Shanghai',
      zh: '未注明时区的时间所用时区；默认 Asia/Shanghai',
    },
    values.timeZone,
  ],
  [
    '--currency <code>',
    { en: 'currency of the amounts; default: CNY', zh: '金额币种；默认 CNY' },
    values.currency,
  ],
  [
    '--person-key <file>',
    { en: 'key for pseudonyms, to compare snapshots', zh: '人员假名密钥，用于比对快照' },
  ],
  ['--threads <n>', { en: 'threads to use', zh: '线程数' }, values.wholeNumber(1, 1_024)],
  [
    '--memory <size>',
    {
      en: 'memory the SQL engine may use before it spills; default: 512 MiB a thread',
      zh: 'SQL 引擎溢出到磁盘前可用的内存；默认每线程 512 MiB',
    },
    values.memorySize,
  ],
];

export function inspectCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const command = new Command('inspect')
    .description(
      say(
        'read data and report which provisions they do not meet, with the evidence',
        '读入数据，报告哪些条款不符合，并附证据',
      ),
    )
    .argument(
      '<input...>',
      say(
        'files, folders, archives or database URLs; all make one report',
        '文件、文件夹、压缩包或数据库地址；合为一份报告',
      ),
    )
    .option(
      '-o, --out <folder>',
      say('where the report and the snapshot go', '报告与快照的存放处'),
      'polyprism-out',
    )
    .addOption(
      new Option('--format <list>', say('formats to write, comma-separated', '报告格式，逗号分隔'))
        .argParser(values.reportFormats)
        .default([...formats], formats.join(',')),
    );
  for (const [flags, text, read] of options) {
    if (read === undefined) command.option(flags, text[language]);
    else command.option(flags, text[language], read);
  }
  return command.addHelpText('after', inspectHelp[language]).action(runInspect);
}

async function runInspect(
  inputs: readonly string[],
  _flags: unknown,
  command: Command,
): Promise<void> {
  const flags = command.optsWithGlobals<InspectFlags>();
  await runCommand(flags, async (signal) => {
    const { report, files } = await inspectToFolder(inputs, flags, signal);
    if (flags.json) process.stdout.write(renderJson(report));
    else process.stdout.write(`${renderSummary(report, flags.lang)}\n${files.join('\n')}\n`);
    return exitCodeOf(report);
  });
}

const inspectHelp: Localised = {
  en: `
What is read: MySQL and MariaDB dumps (.sql, .gz, .zip), CSV, TSV, XLSX, JSON, NDJSON, Parquet,
folders of these, mysql:// and postgres:// databases (read-only, one consistent snapshot).
Dumps are parsed, never executed. Every raw file is hashed before it is parsed.

What is written to --out: report.html (open it), report.zh.md, report.en.md, report.json,
findings.csv, members.csv, funding.csv (what funded each commission), gains.csv (who paid in and
earned what), counts.csv (people and levels under each way of counting), persons.csv (which
accounts are one person, and why), and snapshot/ with the canonical tables as Parquet and
person.key, which only you should keep: with it pseudonyms of people can be compared.`,
  zh: `
可读入:MySQL 与 MariaDB 转储(.sql、.gz、.zip)、CSV、TSV、XLSX、JSON、NDJSON、Parquet、
含上述文件的文件夹,以及 mysql://、postgres:// 数据库(只读,单一一致快照)。
转储只解析,不执行。每个原始文件在解析前先计算校验值。

写入 --out：report.html（用浏览器打开）、report.zh.md、report.en.md、report.json、
findings.csv、members.csv、funding.csv(佣金资金来源)、gains.csv(会员收支)、
counts.csv(各计数口径的人数与层级)、persons.csv(哪些账号同属一人及依据),
以及 snapshot/(标准表 Parquet 与 person.key 密钥;
凭该密钥可比对人员假名,请妥善保管)。`,
};
