import { Command } from 'commander';
import { planRun } from '../../cost/plan-run.ts';
import type { Load, Site } from '../../cost/load.ts';
import type { UnitCostSheet } from '../../cost/unit-costs.ts';
import type { Localised } from '../../model/localised.ts';
import { loadPacks } from '../../packs/load-packs.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { measureUnitCosts, quick } from '../plan-run/measure-unit-costs.ts';
import { readUnitCosts } from '../plan-run/read-unit-costs.ts';
import { showPlan } from '../plan-run/show-plan.ts';
import { runCommand } from '../run-command.ts';
import { packPaths } from '../shipped-packs.ts';

interface PlanRunFlags extends CommonOptions {
  readonly members: number;
  readonly orders: number;
  readonly levels: number;
  readonly imported?: boolean;
  /** `--without-derived`. */
  readonly withoutDerived?: boolean;
  readonly nodes: number;
  readonly cores: number;
  readonly memory: number;
  readonly disk?: number;
  readonly networkGbit: number;
  readonly unitCosts?: string;
  readonly measure?: boolean;
}

/** What numbers of a plan may be at most. */
const most = { rows: 1e15, levels: 1e6, nodes: 10_000, cores: 1_024, gbit: 10_000 };

const defaults = {
  levels: 51,
  nodes: 10,
  cores: 16,
  memory: 64 * 2 ** 30,
  networkGbit: 10,
} as const;

export function planRunCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('plan-run')
    .description(
      say(
        'what an inspection of so many members and orders would take, on one machine and on Spark',
        '估算一次检查在单机与 Spark 上所需的字节、轮次与时间',
      ),
    )
    .requiredOption(
      '--members <count>',
      say('members, as 1000000 or 1e6', '会员数，可写 1000000 或 1e6'),
      values.count(1, most.rows),
    )
    .requiredOption(
      '--orders <count>',
      say('orders, each with a line and a commission', '订单数，每笔含一条明细与一笔佣金'),
      values.count(1, most.rows),
    )
    .option(
      '--levels <count>',
      say('levels of the deepest structure; default: 51', '最深层级；默认 51'),
      values.count(1, most.levels),
    )
    .option(
      '--nodes <count>',
      say('nodes of the cluster; default: 10', '集群节点数；默认 10'),
      values.count(1, most.nodes),
    )
    .option(
      '--cores <count>',
      say('cores of the machine, and of a node; default: 16', '本机及每个节点的核数；默认 16'),
      values.count(1, most.cores),
    )
    .option(
      '--memory <size>',
      say('memory of the machine; default: 64GiB', '本机内存；默认 64GiB'),
      values.bytes,
    )
    .option('--disk <size>', say('its free disk', '本机可用磁盘'), values.bytes)
    .option(
      '--network-gbit <count>',
      say('network of a node, Gbit/s; default: 10', '每个节点的网络，Gbit/s；默认 10'),
      values.count(1, most.gbit),
    )
    .option('--imported', say('the tables are there as Parquet', '数据已是 Parquet，无需导入'))
    .option(
      '--without-derived',
      say('without signals, funding and terms of texts', '不推算疑点、资金与词语'),
    )
    .option(
      '--unit-costs <file>',
      say(
        'costs of another machine: the file of npm run bench -- --only unit-costs',
        '其他机器的单位成本：npm run bench -- --only unit-costs 写出的文件',
      ),
    )
    .option(
      '--measure',
      say('measure the costs here first, under a minute', '先在本机测量单位成本，不到一分钟'),
    )
    .addHelpText('after', help[language])
    .action(runPlanRun);
}

async function runPlanRun(_flags: unknown, command: Command): Promise<void> {
  const flags: PlanRunFlags = { ...defaults, ...command.optsWithGlobals<PlanRunFlags>() };
  await runCommand(flags, async () => {
    const plan = planRun(loadOf(flags), siteOf(flags), await costsOf(flags));
    process.stdout.write(flags.json ? `${JSON.stringify(plan)}\n` : showPlan(plan, flags.lang));
    return exitCode.clean;
  });
}

function loadOf({ members, orders, levels, imported, withoutDerived }: PlanRunFlags): Load {
  return {
    members,
    orders,
    levels,
    imported: imported === true,
    derived: withoutDerived !== true,
  };
}

function siteOf({ nodes, cores, memory, disk, networkGbit }: PlanRunFlags): Site {
  return {
    nodes,
    cores,
    memory_bytes: memory,
    disk_bytes: disk ?? null,
    network_bytes_per_s: (networkGbit * 1e9) / 8,
  };
}

/** The file's, or what is measured now; those bundled where neither is asked for. */
async function costsOf(flags: PlanRunFlags): Promise<UnitCostSheet | undefined> {
  if (flags.unitCosts !== undefined) return await readUnitCosts(flags.unitCosts);
  if (flags.measure !== true) return undefined;
  process.stderr.write(flags.lang === 'zh' ? '正在本机测量……\n' : 'Measuring on this machine …\n');
  return await measureUnitCosts(quick, await loadPacks(await packPaths(undefined)));
}

const help: Localised = {
  en: `
Nothing is read or sent: the plan is arithmetic over unit costs and assumptions, all printed.
docs/scale.md says when to leave one machine, and how far the model was off where it was checked.

  polyprism plan-run --members 1e9 --orders 1e11 --nodes 40`,
  zh: `
不读取也不发送任何数据：结果由单位成本与假设算出，二者均列出。
何时应离开单机、模型与实测相差多少，见 docs/scale.md。

  polyprism plan-run --members 1e9 --orders 1e11 --nodes 40`,
};
