import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { detectMapping } from '../../intake/detect-mapping.ts';
import { writeMapping } from '../../intake/map/write-mapping.ts';
import type { Localised } from '../../model/localised.ts';
import { checkInputs } from '../check-inputs.ts';
import type { CommonOptions } from '../common-options.ts';
import { describeDetection } from '../describe-detection.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { ProgressLine } from '../progress-line.ts';
import { runCommand } from '../run-command.ts';

interface MapFlags extends CommonOptions {
  readonly output?: string;
  readonly charset?: string;
}

export function mapCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('map')
    .description(
      say(
        'show what software and tables were recognised, and write an editable mapping',
        '显示识别出的软件与表，并写出可修改的映射文件',
      ),
    )
    .argument(
      '<input...>',
      say('files, folders, archives or database URLs', '文件、文件夹、压缩包或数据库地址'),
    )
    .option(
      '-o, --output <file>',
      say(
        'write the mapping here, to correct and give to inspect --map',
        '映射文件写到这里；修改后交给 inspect --map',
      ),
    )
    .option(
      '--charset <name>',
      say('character set of the files, where detection errs', '文件字符集，自动识别有误时用'),
      values.charset,
    )
    .addHelpText('after', mapHelp[language])
    .action(runMap);
}

async function runMap(inputs: readonly string[], _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<MapFlags>();
  await runCommand(flags, async (signal) => {
    await checkInputs(inputs);
    const line = new ProgressLine(process.stderr, flags.lang);
    const progress = line.listener;
    const detection = await detectMapping(inputs, {
      signal,
      ...(flags.charset !== undefined && { charset: flags.charset }),
      ...(progress && { progress }),
    }).finally(() => line.clear());
    signal.throwIfAborted();
    if (flags.output !== undefined) await writeFile(flags.output, writeMapping(detection.mapping));
    if (flags.json) process.stdout.write(`${JSON.stringify(detection)}\n`);
    else process.stdout.write(describeDetection(detection, flags.lang));
    return exitCode.clean;
  });
}

const mapHelp: Localised = {
  en: `
For each canonical column it says which raw column was taken, and why: its name, its comment,
its values, its times. What is wrong, correct in the file written by -o.`,
  zh: `
逐一说明每个标准列取自哪个原始列及其理由：列名、注释、取值、时间。
如有不当，请修改 -o 写出的文件。`,
};
