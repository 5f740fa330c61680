import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Command } from 'commander';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { sha256 } from '../../evidence/digest.ts';
import type { Assumptions } from '../../model/assumptions.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { Localised } from '../../model/localised.ts';
import type { Plan } from '../../model/plan.ts';
import type { Simulation } from '../../model/simulation.ts';
import { resultOf } from '../../plan/simulate/result-of.ts';
import { addRun, startStudy } from '../../plan/simulate/study.ts';
import { renderSimulationHtml } from '../../report/simulation/html.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { ProgressLine } from '../progress-line.ts';
import { runCommand } from '../run-command.ts';
import { readAssumptions } from './read-assumptions.ts';
import type { AssumeFlags } from './read-assumptions.ts';
import { readPlan } from './read-plan.ts';
import { showSimulation } from './show-simulation.ts';

interface SimulateFlags extends AssumeFlags {
  readonly joinMonth?: number;
  readonly out?: string;
}

export function simulatePlanCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('simulate')
    .description(
      say(
        'play a plan many times under stated assumptions: levels, money, gains and losses',
        '按写明的假设多次推演方案：层级、资金和盈亏',
      ),
    )
    .argument('<plan>', say('the plan, in YAML', '方案文件（YAML）'))
    .option(
      '--assume <file>',
      say(
        'what to assume, in YAML; default: ours, printed first',
        '假设文件（YAML）；默认假设见输出开头',
      ),
    )
    .option(
      '--join-month <n>',
      say(
        'month in which somebody joins who wants to know what to expect; default: the middle one',
        '想了解预期的人在第几个月加入；默认取居中的月份',
      ),
      values.wholeNumber(1, limits.simulation_months_max),
    )
    .option(
      '--runs <n>',
      say('how many times; default: 1000', '推演次数；默认 1000'),
      values.wholeNumber(1, limits.simulation_runs_max),
    )
    .option(
      '--seed <n>',
      say('the same seed gives the same figures; default: 1', '种子相同，结果相同；默认 1'),
      values.wholeNumber(0, 4_294_967_295),
    )
    .option(
      '-o, --out <folder>',
      say('write simulation.html and simulation.json', '输出 simulation.html 和 simulation.json'),
    )
    .addHelpText('after', help[language])
    .action(runSimulate);
}

async function runSimulate(file: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<SimulateFlags>();
  await runCommand(flags, async (signal) => {
    const plan = await readPlan(file, flags);
    if (plan === null) return exitCode.could_not_run;
    const assumptions = await readAssumptions(plan, flags);
    if (assumptions === null) return exitCode.could_not_run;
    const month = joinMonth(assumptions, flags);
    const simulation = await simulate(plan, assumptions, month, flags.lang, signal);
    if (flags.out !== undefined) await writeFiles(simulation, flags.out);
    process.stdout.write(
      flags.json ? `${JSON.stringify(simulation)}\n` : showSimulation(simulation, flags.lang),
    );
    return exitCode.clean;
  });
}

async function writeFiles(simulation: Simulation, folder: string): Promise<void> {
  const json = `${canonicalJson(simulation)}\n`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'simulation.json'), json);
  await writeFile(join(folder, 'simulation.html'), renderSimulationHtml(simulation, sha256(json)));
}

function joinMonth({ months }: Assumptions, { joinMonth: asked }: SimulateFlags): number {
  if (asked === undefined) return Math.ceil(months / 2);
  if (asked <= months) return asked;
  throw new PolyprismError('cli.bad_number', { value: String(asked), min: 1, max: months });
}

/** Run after run, with a pause after each in which Ctrl-C is heard. */
async function simulate(
  plan: Plan,
  assumptions: Assumptions,
  month: number,
  lang: Language,
  signal: AbortSignal,
): Promise<Simulation> {
  const progress = new ProgressLine(process.stderr, lang);
  const { listener } = progress;
  const study = startStudy(plan, assumptions, month);
  const { runs } = assumptions;
  try {
    for (let done = 1; done <= runs; done++) {
      addRun(study);
      listener?.({ step: 'simulate', subject: null, done, total: runs, unit: 'items', rows: 0 });
      await nextTurn();
      signal.throwIfAborted();
    }
  } finally {
    progress.clear();
  }
  return resultOf(study);
}

const help: Localised = {
  en: `
How to state assumptions and read the result: docs/how-to/simulate-a-plan.md

Exit status: 0 done, 2 could not run, 130 interrupted`,
  zh: `
如何写假设、如何读结果：docs/how-to/simulate-a-plan.md

退出码：0 完成，2 未能运行，130 已中断`,
};
