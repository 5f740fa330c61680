import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { detectMapping } from '../../intake/detect-mapping.ts';
import { writeMapping } from '../../intake/map/write-mapping.ts';
import { exitCode } from '../exit-code.ts';
import { describeDetection } from '../describe-detection.ts';
import { ProgressLine } from '../progress-line.ts';
import { runCommand } from '../run-command.ts';
import type { CommonOptions } from '../run-command.ts';

interface MapFlags extends CommonOptions {
  readonly output?: string;
  readonly charset?: string;
}

export function mapCommand(): Command {
  return new Command('map')
    .description('show what software and tables were recognised, and write an editable mapping')
    .argument('<input...>', 'files, folders, archives or database URLs')
    .option('-o, --output <file>', 'write the mapping here, to correct and give to inspect --map')
    .option('--charset <name>', 'character set of the files, where detection errs')
    .addHelpText(
      'after',
      '\nFor each canonical column it says which raw column was taken, and why: its name, its\n' +
        'comment, its values, its times. What is wrong, correct in the file written by -o.',
    )
    .action(async (inputs: string[], _flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<MapFlags>();
      await runCommand(flags, async (signal) => {
        const line = new ProgressLine(process.stderr, flags.lang);
        const progress = line.listener;
        const detection = await detectMapping(inputs, {
          signal,
          ...(flags.charset !== undefined && { charset: flags.charset }),
          ...(progress && { progress }),
        }).finally(() => line.clear());
        const yaml = writeMapping(detection.mapping);
        if (flags.output !== undefined) await writeFile(flags.output, yaml);
        if (flags.json) process.stdout.write(`${JSON.stringify(detection)}\n`);
        else process.stdout.write(describeDetection(detection, flags.lang));
        return exitCode.clean;
      });
    });
}
