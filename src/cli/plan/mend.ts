import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import type { Plan } from '../../model/plan.ts';
import { mendedText } from '../../plan/mend/mended-text.ts';
import { mendPlan } from '../../plan/mend/mend-plan.ts';
import type { PlanMend } from '../../plan/mend/mend-plan.ts';
import { moneyEffect } from '../../plan/mend/money-effect.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { openLint, replay, withLintOptions } from './lint.ts';
import type { LintFlags } from './lint.ts';
import { readPlan } from './read-plan.ts';
import { showMend } from './show-mend.ts';

interface MendFlags extends LintFlags {
  readonly indications?: boolean;
  readonly out?: string;
  readonly seed: number;
}

export function mendPlanCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const command = new Command('mend').description(
    say(
      'find the smallest changes after which a plan no longer meets a provision, and their price',
      '找出使方案不再符合所述情形的最小改动及其金额影响',
    ),
  );
  return withLintOptions(command, language)
    .option(
      '--indications',
      say('clear indications as well, not breaches alone', '迹象亦予消除（默认只消除不符合）'),
    )
    .option(
      '--seed <n>',
      say('of the simulation', '推演所用种子'),
      values.wholeNumber(0, 0xffff_ffff),
      1,
    )
    .option('-o, --out <file>', say('write the mended plan here', '改后方案写入此文件'))
    .addHelpText('after', help[language])
    .action(runMend);
}

async function runMend(file: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<MendFlags>();
  await runCommand(flags, async () => {
    const plan = await readPlan(file, flags);
    if (plan === null) return exitCode.could_not_run;
    const { rows, provisions, judge, options } = await openLint(plan, flags);
    try {
      const asked = provisions.filter(({ finds }) => flags.indications || finds !== 'indication');
      const mend = await mendPlan(plan, asked, judge, options);
      await replay(mend.before, rows, options.as_of);
      await tell(mend, plan, await readFile(file, 'utf8'), flags);
      return exitCodeOf(mend);
    } finally {
      rows.close();
    }
  });
}

async function tell(mend: PlanMend, plan: Plan, source: string, flags: MendFlags): Promise<void> {
  const { mended, mendings } = mend;
  const text = mended && mendedText(source, plan, mended.plan);
  const effect = mended && moneyEffect(plan, mended.plan, flags.seed);
  if (flags.out !== undefined && text !== null) await writeFile(flags.out, text);
  const data = {
    plan: plan.id,
    mendings: mendings.map(({ provision, edits }) => ({ provision: provision.id, edits })),
    mended: mended && {
      edits: mended.edits.map((edit) => ({
        edit,
        clears: (mended.clears.get(edit) ?? []).map(({ id }) => id),
      })),
      searched: mended.lint.searched,
      plan: text,
    },
    effect,
  };
  process.stdout.write(
    flags.json ? `${JSON.stringify(data)}\n` : showMend(mend, effect, text, flags),
  );
}

function exitCodeOf({ mendings, mended }: PlanMend): number {
  if (mendings.some(({ edits }) => edits === null)) return exitCode.breaches;
  return mendings.length > 0 && mended === null ? exitCode.breaches : exitCode.clean;
}

const help: Localised = {
  en: `
The changes that are tried: docs/how-to/mend-a-plan.md. The mended plan is linted as a whole.

Exit status: 0 nothing is met, or all of it can be cleared, 1 something cannot, 2 could not run`,
  zh: `
所试改动见 docs/how-to/mend-a-plan.zh.md；改后方案重新全面检查。

退出码：0 未出现所述情形或均可消除，1 有的不能消除，2 未能运行`,
};
