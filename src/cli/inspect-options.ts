import { Option } from 'commander';
import type { Command } from 'commander';
import type { Localised } from '../model/localised.ts';
import type { Language } from './language.ts';
import * as values from './option-values.ts';
import { formats } from './report-formats.ts';

/** The packs that come with the software, by name. */
const shipped = 'association-group-buying, cn, eu, in, us';

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
    '--cut-links <file>',
    {
      en: 'link-cuts.yaml: ties between accounts that say nothing of persons, by whom and why',
      zh: 'link-cuts.yaml：不用于认定同一人的账号关联，由谁决定、理由',
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
  [
    '--forest <way>',
    {
      en: 'recruitment network by kernels (default), by sql on the engine, or both, compared',
      zh: '推荐网络由 kernels（默认）、由引擎上的 sql 计算，或 both：两者皆算并比对',
    },
    values.forest,
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

/** Where provisions run. */
const engineOptions: typeof options = [
  [
    '--engine <name>',
    {
      en: 'what runs the provisions: duckdb (here) or spark',
      zh: '条款运行于 duckdb（本机）或 spark',
    },
    values.engine,
  ],
  [
    '--engine-url <url>',
    {
      en:
        'HiveServer2 of Spark: hive2://host:port/database, as in JDBC; ' +
        'with a password: POLYPRISM_ENGINE_URL',
      zh:
        'Spark 的 HiveServer2 地址：hive2://主机:端口/库名，写法同 JDBC；' +
        '含密码时请用 POLYPRISM_ENGINE_URL',
    },
  ],
  [
    '--engine-path <folder>',
    {
      en: 'what Spark calls the folder of --out; default: file: or s3a:, the same path',
      zh: 'Spark 一侧对 --out 文件夹的称呼；默认 file: 或 s3a: 加同一路径',
    },
  ],
];

/** Where Spark finds the tables. */
const tablesOption: (typeof options)[number] = [
  '--engine-tables <place>',
  {
    en:
      'canonical tables Spark reads: iceberg:catalog.namespace, instead of the files of the ' +
      'snapshot; without inputs, in place, parquet:<folder> too',
    zh:
      'Spark 读取的标准表：iceberg:目录.命名空间，代替快照文件；' +
      '不给输入时就地检查，也可为 parquet:<文件夹>',
  },
  values.engineTables,
];

/** Inputs of a command that reads some, and of one that may do without. */
const needed = '<input...>';
export const optionalInputs = '[input...]';

/** What is inspected, where to and how: the same for every command that inspects. */
export function addInspectOptions(command: Command, language: Language, inputs = needed): void {
  addReadingOptions(command, language, inputs);
  add(command, language, engineOptions);
}

/** The same but for where provisions run: what reading and judging take. */
export function addReadingOptions(command: Command, language: Language, inputs = needed): void {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  command
    .argument(
      inputs,
      say(
        'files, folders, archives, s3:// addresses or database URLs; all make one report',
        '文件、文件夹、压缩包、s3:// 地址或数据库地址；合为一份报告',
      ),
    )
    .option(
      '-o, --out <folder>',
      say(
        'where the report and the snapshot go; a folder or s3://bucket/folder',
        '报告与快照的存放处：文件夹或 s3://存储桶/文件夹',
      ),
      'polyprism-out',
    )
    .addOption(
      new Option('--format <list>', say('formats to write, comma-separated', '报告格式，逗号分隔'))
        .argParser(values.reportFormats)
        .default([...formats], formats.join(',')),
    );
  add(command, language, [...options, tablesOption]);
}

function add(command: Command, language: Language, some: typeof options): void {
  for (const [flags, text, read] of some) {
    if (read === undefined) command.option(flags, text[language]);
    else command.option(flags, text[language], read);
  }
}
