import { Command, InvalidArgumentError } from 'commander';
import { platforms } from '../../generate/platforms.ts';
import type { PlatformOptions } from '../../generate/platforms.ts';
import { PolyprismError } from '../../model/issue.ts';
import { exitCode } from '../exit-code.ts';
import { folderWriter } from '../folder-writer.ts';
import { runCommand } from '../run-command.ts';
import type { CommonOptions } from '../run-command.ts';

interface GenerateFlags extends CommonOptions {
  readonly out: string;
  readonly seed?: number;
  readonly members?: number;
}

export function generateCommand(): Command {
  return new Command('generate')
    .description('write a synthetic platform: nobody in it exists')
    .argument('<platform>', 'which one; see below')
    .option('-o, --out <folder>', 'where its files go', 'polyprism-platform')
    .option('--seed <n>', 'another platform of the same kind', wholeNumber)
    .option('--members <n>', 'how many members, where the platform takes a number', wholeNumber)
    .addHelpText('after', catalogue())
    .action(async (name: string, _flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GenerateFlags>();
      await runCommand(flags, async () => {
        const truth = await platformNamed(name).run(optionsOf(flags), folderWriter(flags.out));
        process.stdout.write(`${JSON.stringify(truth, null, flags.json ? 0 : 2)}\n`);
        return exitCode.clean;
      });
    });
}

function platformNamed(name: string): (typeof platforms)[keyof typeof platforms] {
  if (Object.hasOwn(platforms, name)) return platforms[name as keyof typeof platforms];
  const names = Object.keys(platforms).join(', ');
  throw new PolyprismError('generate.unknown_platform', { name, names });
}

function optionsOf(flags: GenerateFlags): PlatformOptions {
  return {
    ...(flags.seed !== undefined && { seed: flags.seed }),
    ...(flags.members !== undefined && { members: flags.members }),
  };
}

function catalogue(): string {
  const lines = Object.entries(platforms).map(
    ([name, { doc }]) => `  ${name.padEnd(12)} ${doc.en}`,
  );
  return `\nPlatforms:\n${lines.join('\n')}\n\nIt prints what was planted, as JSON.`;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,10}$/.test(value)) throw new InvalidArgumentError('It is a whole number.');
  return Number(value);
}
