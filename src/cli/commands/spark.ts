import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import type { Language } from '../language.ts';
import { batchCommand } from '../spark/batch.ts';
import { resumeCommand } from '../spark/resume.ts';

/** `polyprism spark …`: provisions on a Spark that takes `spark-submit` alone. */
export function sparkCommand(language: Language): Command {
  return new Command('spark')
    .description(description[language])
    .addCommand(batchCommand(language))
    .addCommand(resumeCommand(language));
}

const description: Localised = {
  en: 'run provisions where only spark-submit is taken',
  zh: '在仅接受 spark-submit 的平台上运行条款',
};
