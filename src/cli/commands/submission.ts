import { Command } from 'commander';
import type { Language } from '../language.ts';
import { acknowledgeCommand } from '../submission/acknowledge.ts';
import { makeCommand } from '../submission/make.ts';

export function submissionCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('submission')
    .description(say('reports a platform owes to authorities', '平台依法应向主管部门报送的报告'))
    .addCommand(makeCommand(language))
    .addCommand(acknowledgeCommand(language));
}
