import { CommanderError } from 'commander';
import { commonOptions } from './common-options.ts';
import { exitCode } from './exit-code.ts';
import { packageVersion } from './package-version.ts';
import { commandsFor, program } from './program.ts';
import { tellFailure } from './tell-failure.ts';
import { usageIssue } from './usage-issue.ts';

const asked = new Set(['commander.version', 'commander.helpDisplayed', 'commander.help']);

/** Runs a command line (without node and script) and sets the process's exit status. */
export async function runProgram(args: readonly string[]): Promise<void> {
  quietWhenReaderLeaves(process.stdout);
  quietWhenReaderLeaves(process.stderr);
  const options = commonOptions(args, process.env);
  let shown = '';
  const root = await program(options.lang, (text) => (shown += text), commandsFor(args));
  try {
    await root.parseAsync(args, { from: 'user' });
  } catch (error) {
    const byRequest =
      error instanceof CommanderError && asked.has(error.code) && error.exitCode === 0;
    if (byRequest && options.json) {
      const value =
        error.code === 'commander.version' ? { version: packageVersion() } : { help: shown };
      process.stdout.write(`${JSON.stringify(value)}\n`);
    } else if (byRequest) {
      process.stdout.write(shown);
    } else {
      process.exitCode = exitCode.could_not_run;
      const bare = error instanceof CommanderError && error.code === 'commander.help';
      if (bare && !options.json) process.stderr.write(shown);
      else tellFailure(usageIssue(error, args) ?? error, options, false);
    }
  }
}

/** `polyprism … | head` is no fault of anybody's. */
function quietWhenReaderLeaves(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
