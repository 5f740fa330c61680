import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import type { Language } from '../language.ts';
import { planFromCommand } from '../plan/from.ts';
import { lintPlanCommand } from '../plan/lint.ts';
import { mendPlanCommand } from '../plan/mend.ts';
import { simulatePlanCommand } from '../plan/simulate.ts';

/** `polyprism plan …`: commission plans judged before they are launched, one file a verb. */
export function planCommand(language: Language): Command {
  return new Command('plan')
    .description(description[language])
    .addCommand(lintPlanCommand(language))
    .addCommand(mendPlanCommand(language))
    .addCommand(planFromCommand(language))
    .addCommand(simulatePlanCommand(language))
    .addHelpText('after', example[language]);
}

const description: Localised = {
  en: 'judge a commission plan before anyone joins',
  zh: '在无人加入之前检查分佣方案',
};

const example: Localised = {
  en: `
From a plan in words to a plan that was checked: docs/how-to/judge-a-plan.md
The smallest changes that clear what was found: docs/how-to/mend-a-plan.md
What it would do to those who join: docs/how-to/simulate-a-plan.md`,
  zh: `
从文字方案到检查结果：docs/how-to/judge-a-plan.md
消除所查情形的最小改动：docs/how-to/mend-a-plan.zh.md
对加入者会怎样：docs/how-to/simulate-a-plan.md`,
};
