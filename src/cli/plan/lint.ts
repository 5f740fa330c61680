import { Command } from 'commander';
import { openRowJudge, provisionsAboutPlans } from '../../inspect/judge-rows.ts';
import type { RowJudge } from '../../inspect/judge-rows.ts';
import { dayNumber } from '../../model/days.ts';
import type { Localised } from '../../model/localised.ts';
import type { Plan } from '../../model/plan.ts';
import { loadPacks } from '../../packs/load-packs.ts';
import { lintPlan } from '../../plan/lint/lint-plan.ts';
import type { PlanLint, PlanTest } from '../../plan/lint/lint-plan.ts';
import type { Judge } from '../../plan/lint/screen-all.ts';
import { compilePlan } from '../../plan/pay/compile-plan.ts';
import { closeMonth } from '../../plan/pay/end-month.ts';
import { playEvents } from '../../plan/pay/play-events.ts';
import { columnsOfRuns, runRows } from '../../plan/rows/run-rows.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { readTrust } from '../read-trust.ts';
import { runCommand } from '../run-command.ts';
import { packPaths } from '../shipped-packs.ts';
import { today } from '../today.ts';
import { readPlan } from './read-plan.ts';
import { showLint } from './show-lint.ts';

export interface LintFlags extends CommonOptions {
  readonly packs?: readonly string[];
  readonly trust?: string;
  readonly asOf?: string;
  readonly members: number;
  readonly events: number;
}

/** Networks looked at before the bound is lowered, and members of those grown beyond it. */
const networks_max = 20_000;
const grown_members = 130;

export function lintPlanCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return withLintOptions(new Command('lint'), language)
    .description(
      say(
        'find which provisions a plan meets before anyone joins, each with its smallest network',
        '在无人加入之前查出方案符合哪些条款所述情形，各附最小网络示例',
      ),
    )
    .addHelpText('after', help[language])
    .action(runLint);
}

/** The plan's file and the options of every verb that lints. */
export function withLintOptions(command: Command, language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return command
    .argument('<plan>', say('the plan, in YAML', '方案文件（YAML）'))
    .option(
      '--packs <pack...>',
      say('packs as for inspect; default: cn', '标准包，同 inspect；默认 cn'),
    )
    .option('--trust <file>', say('trust.yaml for signed packs', '已签名标准包所用的 trust.yaml'))
    .option(
      '--as-of <date>',
      say('the law of this day; default: today', '按此日的法律；默认今日'),
      values.isoDate,
    )
    .option(
      '--members <n>',
      say('search all networks of up to so many members', '全部搜索的会员数上限'),
      values.wholeNumber(1, 6),
      3,
    )
    .option(
      '--events <n>',
      say('and up to so many events', '及事件数上限'),
      values.wholeNumber(1, 8),
      4,
    );
}

async function runLint(file: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<LintFlags>();
  await runCommand(flags, async () => {
    const plan = await readPlan(file, flags);
    if (plan === null) return exitCode.could_not_run;
    const { rows, provisions, judge, options } = await openLint(plan, flags);
    const { as_of } = options;
    try {
      const lint = await lintPlan(plan, provisions, judge, options);
      await replay(lint, rows, as_of);
      process.stdout.write(
        flags.json ? `${JSON.stringify(asData(lint, as_of))}\n` : showLint(lint, flags.lang),
      );
      return exitCodeOf(lint);
    } finally {
      rows.close();
    }
  });
}

/** The packs, opened to judge a plan, and how far to look; the caller closes the rows. */
export async function openLint(plan: Plan, flags: LintFlags) {
  const trust = flags.trust === undefined ? undefined : await readTrust(flags.trust);
  const packs = await loadPacks(await packPaths(flags.packs), trust);
  // Of several places, today where the first pack is law.
  const as_of = flags.asOf ?? today(packs[0]!.time_zone);
  const provisions = provisionsAboutPlans(packs, columnsOfRuns, as_of);
  const rows = await openRowJudge(packs, plan.currency, columnsOfRuns);
  const judge: Judge = {
    screen: (sets, some) => rows.screen(sets, some, as_of),
    decide: (tables, some) => rows.decide(tables, some, as_of),
  };
  const bound = { members: flags.members, events: flags.events, networks: networks_max };
  return { rows, provisions, judge, options: { bound, grown_members, as_of } };
}

/** Each example once more, as `inspect` would judge its records: what is shown must be found. */
export async function replay(
  { plan, tests }: PlanLint,
  rows: RowJudge,
  as_of: string,
): Promise<void> {
  const compiled = compilePlan(plan);
  const examples = Map.groupBy(tests, ({ example }) => example?.events);
  for (const [events, shown] of examples) {
    if (events === undefined) continue;
    const { run } = playEvents(compiled, events);
    closeMonth(run, dayNumber(as_of));
    const { findings } = await rows.confirm(runRows(run, false), as_of);
    const found = new Set(findings.map(({ provision }) => provision));
    const lost = shown.find(({ provision }) => !found.has(provision.id));
    if (lost) throw new Error(`${lost.provision.id} is not found when its example is replayed`);
  }
}

function asData({ plan, tests, searched, grown_members: grown }: PlanLint, as_of: string) {
  return {
    plan: plan.id,
    as_of,
    searched: { ...searched, grown_members: grown },
    tests: tests.map((test) => ({
      provision: test.provision.id,
      title: test.provision.title,
      cites: test.provision.cites.map(({ law, article }) => ({ law, article })),
      verdict: test.verdict,
      finds: findsOf(test),
      on_paper: test.on_paper && test.on_paper.explanation,
      example: test.example && {
        members: test.example.members,
        shape: test.example.shape,
        events: test.example.events,
        evidence: test.example.finding.evidence,
        explanation: test.example.finding.explanation,
      },
      needs: test.needs,
    })),
  };
}

function findsOf({ example, on_paper }: PlanTest): string | null {
  return (example?.finding ?? on_paper)?.verdict ?? null;
}

function exitCodeOf({ tests }: PlanLint): number {
  if (tests.some((test) => findsOf(test) === 'breach')) return exitCode.breaches;
  return tests.some(({ verdict }) => verdict !== 'not_met')
    ? exitCode.could_not_check
    : exitCode.clean;
}

const help: Localised = {
  en: `
The form of a plan: docs/reference/plan-language.md. Known ones: plans/.

Exit status: 0 nothing met, 1 a breach, 3 an indication or something that could not be told,
             2 could not run`,
  zh: `
方案的写法：docs/reference/plan-language.md；已知方案：plans/。

退出码：0 均未出现，1 有不符合，3 有迹象或无法判断，2 未能运行`,
};
