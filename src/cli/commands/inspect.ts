import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import { renderJson } from '../../report/json.ts';
import { renderSummary } from '../../report/summary.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { InspectFlags } from '../inspect-flags.ts';
import { addInspectOptions, optionalInputs } from '../inspect-options.ts';
import { inspectToFolder, writingInto } from '../inspect-to-folder.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';

export function inspectCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const command = new Command('inspect').description(
    say(
      'read data and report which provisions they do not meet, with the evidence',
      '读入数据，报告哪些条款不符合，并附证据',
    ),
  );
  addInspectOptions(command, language, optionalInputs);
  return command.addHelpText('after', inspectHelp[language]).action(runInspect);
}

async function runInspect(
  inputs: readonly string[],
  _flags: unknown,
  command: Command,
): Promise<void> {
  const flags = command.optsWithGlobals<InspectFlags>();
  await runCommand(flags, async (signal, places) => {
    const { report, files } = await places.out(flags.out, async (out) => {
      const done = await inspectToFolder(inputs, writingInto(flags, out), signal);
      return { ...done, files: done.files.map(out.named) };
    });
    if (flags.json) process.stdout.write(renderJson(report));
    else process.stdout.write(`${renderSummary(report, flags.lang)}\n${files.join('\n')}\n`);
    return exitCodeOf(report);
  });
}

const inspectHelp: Localised = {
  en: `
What is read: MySQL and MariaDB dumps (.sql, .gz, .zip), CSV, TSV, XLSX, JSON, NDJSON, Parquet,
folders of these, s3:// objects and folders of them, mysql:// and postgres:// databases
(read-only, one consistent snapshot).
Dumps are parsed, never executed. Every raw file is hashed before it is parsed.
Without inputs, --engine spark with --engine-tables inspects canonical tables where they lie.

What is written to --out: report.html (open it), report.zh.md, report.en.md, report.json,
findings.csv, members.csv, funding.csv (what funded each commission), gains.csv (who paid in and
earned what), counts.csv (people and levels under each way of counting), persons.csv (which
accounts are one person, and why), and snapshot/ with the canonical tables as Parquet and
person.key, which only you should keep: with it pseudonyms of people can be compared.
Where --out is s3://bucket/folder, --person-key names that file on this machine.`,
  zh: `
可读入：MySQL 与 MariaDB 转储（.sql、.gz、.zip）、CSV、TSV、XLSX、JSON、NDJSON、Parquet、
含上述文件的文件夹、s3:// 对象及其文件夹，以及 mysql://、postgres:// 数据库
（只读，单一一致快照）。
转储只解析，不执行。每个原始文件在解析前先计算校验值。
不给输入时，--engine spark 与 --engine-tables 就地检查 Spark 一侧的标准表。

写入 --out：report.html（用浏览器打开）、report.zh.md、report.en.md、report.json、
findings.csv、members.csv、funding.csv（佣金资金来源）、gains.csv（会员收支）、
counts.csv（各计数口径的人数与层级）、persons.csv（哪些账号同属一人及依据），
以及 snapshot/（标准表 Parquet 与 person.key 密钥；
凭该密钥可比对人员假名，请妥善保管）。
--out 为 s3://存储桶/文件夹 时，须以 --person-key 指定本机上的该密钥文件。`,
};
