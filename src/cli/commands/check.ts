import { Command } from 'commander';
import { makeChecker } from '../../check/checker.ts';
import type { Checker } from '../../check/checker.ts';
import { compareText } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { RecordPack } from '../../model/record-check.ts';
import { loadForRecords } from '../../packs/load-for-records.ts';
import { readRecords } from '../check/read-records.ts';
import type { ReadRecord } from '../check/read-records.ts';
import { countChecks, showChecks } from '../check/show-checks.ts';
import type { CheckCounts, CheckedRecord } from '../check/show-checks.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { readTrust } from '../read-trust.ts';
import { runCommand } from '../run-command.ts';
import { packPaths } from '../shipped-packs.ts';
import { today } from '../today.ts';

interface CheckFlags extends CommonOptions {
  readonly table?: string;
  readonly packs?: readonly string[];
  readonly trust?: string;
  readonly asOf?: string;
  readonly timeZone: string;
  readonly currency: string;
}

export function checkCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('check')
    .description(
      say(
        'judge single records before they go out: a listing, a post, a rule, a plan',
        '在发布前检查单条记录：商品、内容、规则、方案',
      ),
    )
    .argument(
      '<file...>',
      say(
        'JSON: an object, an array, or one a line; - for input',
        'JSON：对象、数组或逐行；- 为标准输入',
      ),
    )
    .option('--table <name>', say('table of records that name none', '未写 table 的记录所属的表'))
    .option(
      '--packs <pack...>',
      say('packs as for inspect; default: cn', '标准包，同 inspect；默认 cn'),
    )
    .option('--trust <file>', say('trust.yaml for signed packs', '已签名标准包所用的 trust.yaml'))
    .option('--as-of <date>', say('judge as of this day', '按此日判断'), values.isoDate)
    .option(
      '--time-zone <zone>',
      say('zone of today, where no day is given', '未指定日期时“今天”所在时区'),
      values.timeZone,
    )
    .option('--currency <code>', say('currency of amounts', '金额币种'), values.currency)
    .addHelpText('after', help[language])
    .action(runCheck);
}

async function runCheck(
  files: readonly string[],
  _flags: unknown,
  command: Command,
): Promise<void> {
  const flags: CheckFlags = {
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    ...command.optsWithGlobals<CommonOptions>(),
  };
  await runCommand(flags, async () => {
    const read: ReadRecord[] = [];
    for (const file of files) read.push(...(await readRecords(file, flags.table)));
    const trust = flags.trust === undefined ? undefined : await readTrust(flags.trust);
    const asked = new Set(read.flatMap((one) => (one.issue === null ? [one.table] : [])));
    const packs = await loadForRecords(await packPaths(flags.packs), asked, trust);
    const as_of = flags.asOf ?? today(flags.timeZone);
    const checker = makeChecker(packs, { as_of, currency: flags.currency });
    const records = read.map((one) => checkedOf(one, checker));
    const beyond = [...asked].flatMap((table) => checker.beyond(table)).toSorted(compareText);
    const counts = countChecks(records);
    const shown = flags.json
      ? `${JSON.stringify({ as_of, packs: packs.map(named), counts, records, beyond })}\n`
      : showChecks(records, titlesOf(packs), beyond, flags.lang);
    process.stdout.write(shown);
    return exitCodeOf(counts);
  });
}

function checkedOf(one: ReadRecord, checker: Checker): CheckedRecord {
  const { line } = one;
  if (one.issue !== null) return { line, check: null, issues: [one.issue] };
  const { issues, ...check } = checker.check(one.table, one.record, `#${line}`);
  return { line, check: { ...check, issues: [] }, issues };
}

function named({ id, version, digest }: RecordPack): Pick<RecordPack, 'id' | 'version' | 'digest'> {
  return { id, version, digest };
}

/** Titles by provision, and by provision and version: 'id@first day'. */
function titlesOf(packs: readonly RecordPack[]): ReadonlyMap<string, Localised> {
  const provisions = packs.flatMap((pack) => pack.provisions);
  return new Map(
    provisions.flatMap(({ id, in_force, title }) => [
      [id, title],
      [`${id}@${in_force.from}`, title],
    ]),
  );
}

function exitCodeOf({ breach, indication, cannot_tell, issues }: CheckCounts): number {
  if (breach > 0) return exitCode.breaches;
  return indication + cannot_tell + issues > 0 ? exitCode.could_not_check : exitCode.clean;
}

const help: Localised = {
  en: `
A record is a JSON object of canonical columns (docs/reference/tables.md) with its table:
  {"table": "listing", "title": "…", "price_minor": 9900, "no_return": true}
Columns it does not name count as not supplied. Provisions that one record cannot decide are
counted, not run: give the whole data set to inspect. As of: today, unless told otherwise; time
zone Asia/Shanghai, currency CNY likewise.

Exit status: 0 nothing found, 1 breaches, 3 an indication or something that could not be told,
             2 could not run`,
  zh: `
记录为 JSON 对象，键为标准列（docs/reference/tables.md），并注明所属的表：
  {"table": "listing", "title": "…", "price_minor": 9900, "no_return": true}
未写的列视为未提供。单条记录不足以判断的条款只计数、不运行：请用 inspect 检查整套数据。
默认按今日判断，时区 Asia/Shanghai，币种 CNY。

退出码：0 未见不符合，1 有不符合，3 有迹象或无法判断，2 未能运行`,
};
