import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { DuckDb, sqlText } from '../../engine/duckdb.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import { printPlan } from '../../plan/language/print-plan.ts';
import { planFromRows } from '../../plan/rows/plan-from-rows.ts';
import type { PlanFromRows } from '../../plan/rows/plan-from-rows.ts';
import type { Row } from '../../plan/rows/plan-rows.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { runCommand } from '../run-command.ts';

interface FromFlags extends CommonOptions {
  readonly plan?: string;
  readonly currency: string;
}

export function planFromCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('from')
    .description(
      say(
        "write down the plan a mall's configuration states, with what it leaves unknown",
        '写出商城配置所载的方案，并注明未知之处',
      ),
    )
    .argument(
      '<folder>',
      say('what inspect wrote, or its snapshot', 'inspect 的输出文件夹或其快照'),
    )
    .option('--plan <id>', say('which plan, where there are several', '有多个方案时指定其一'))
    .option('--currency <code>', say('currency of its amounts', '金额币种'), values.currency, 'CNY')
    .addHelpText('after', help[language])
    .action(runFrom);
}

async function runFrom(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<FromFlags>();
  await runCommand(flags, async () => {
    const read = await readRows(folder, flags);
    const { plan, unknown } = read;
    if (flags.json) process.stdout.write(`${JSON.stringify({ plan, unknown })}\n`);
    else {
      const told = unknown.map((one) => `# ${one[flags.lang].replace(/\s+/g, ' ')}\n`);
      process.stdout.write(`${told.join('')}${printPlan(plan)}`);
    }
    return unknown.length > 0 ? exitCode.could_not_check : exitCode.clean;
  });
}

async function readRows(folder: string, { plan, currency }: FromFlags): Promise<PlanFromRows> {
  const below = join(folder, 'snapshot');
  const inside = (await stat(below).catch(() => null)) === null ? folder : below;
  const file = (name: string): string => sqlText(join(inside, `${name}.parquet`));
  if ((await stat(join(inside, 'plan.parquet')).catch(() => null)) === null) {
    throw new PolyprismError('plan.no_snapshot', { path: folder });
  }
  const engine = await DuckDb.open({ threads: 1 });
  try {
    const plans: Row[] = await engine.rows(
      `SELECT * FROM read_parquet(${file('plan')}) ORDER BY plan_id`,
    );
    const wanted = plan === undefined ? plans : plans.filter((row) => row['plan_id'] === plan);
    const [row] = wanted;
    const known = plans.map((one) => String(one['plan_id'])).join(', ') || '-';
    if (row === undefined || wanted.length > 1) {
      throw new PolyprismError('plan.which_plan', { count: wanted.length, known });
    }
    const rules: Row[] = await engine.rows(`SELECT * FROM read_parquet(${file('plan_rule')})
      WHERE plan_id = ${sqlText(String(row['plan_id']))} ORDER BY rule_id, depth`);
    return planFromRows(row, rules, currency);
  } finally {
    engine.close();
  }
}

const help: Localised = {
  en: `
Judge it: polyprism plan from polyprism-out > plan.yaml; polyprism plan lint plan.yaml

Exit status: 0 all was known, 3 something is unknown and named at the top, 2 could not run`,
  zh: `
接着检查：polyprism plan from polyprism-out > plan.yaml; polyprism plan lint plan.yaml

退出码：0 均已知，3 有未知之处并列于开头，2 未能运行`,
};
