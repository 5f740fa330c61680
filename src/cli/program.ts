import { Command, Option } from 'commander';
import { demoCommand } from './commands/demo.ts';
import { generateCommand } from './commands/generate.ts';
import { inspectCommand } from './commands/inspect.ts';
import { mapCommand } from './commands/map.ts';
import { parseLanguage, terminalLanguage } from './language.ts';
import { packageVersion } from './package-version.ts';

const intro = `Supervision of social e-commerce: data in, findings out, each with its provision
and its evidence. Nothing leaves this machine.`;

const examples = `
Examples:
  polyprism inspect mall.sql.gz                 report on a seized mall's dump
  polyprism inspect exports/ --out case-17      a folder of CSV, Excel, JSON
  polyprism inspect mysql://user@host/mall      a live database, read-only
  polyprism map mall.sql -o mapping.yaml        see and correct what was understood
  polyprism generate sample -o sample.sql       something to try it on

Exit status: 0 nothing found, 1 breaches found, 2 could not run,
             3 nothing found but something could not be checked`;

/** The whole command line, as a value: the tests walk it. */
export function program(): Command {
  const root = new Command('polyprism')
    .description(intro)
    .version(packageVersion())
    .addHelpText('after', examples)
    .showHelpAfterError('(polyprism --help shows what there is)')
    .configureHelp({ showGlobalOptions: true })
    .addOption(new Option('--json', 'print one JSON value on standard output, errors too'))
    .addOption(
      new Option('--lang <zh|en>', 'language of what is printed')
        .argParser(parseLanguage)
        .default(terminalLanguage(process.env)),
    )
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  root.addCommand(inspectCommand());
  root.addCommand(mapCommand());
  root.addCommand(generateCommand());
  root.addCommand(demoCommand());
  for (const command of root.commands) command.copyInheritedSettings(root);
  return root;
}
