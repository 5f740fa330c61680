import { Command, InvalidArgumentError, Option } from 'commander';
import { exitCodeOf } from '../exit-code.ts';
import { inspectToFolder } from '../inspect-to-folder.ts';
import { renderSummary } from '../../report/summary.ts';
import { renderJson } from '../../report/json.ts';
import { formats } from '../report-files.ts';
import type { Format } from '../report-files.ts';
import { runCommand } from '../run-command.ts';
import type { CommonOptions } from '../run-command.ts';

export interface InspectFlags extends CommonOptions {
  readonly out: string;
  readonly asOf?: string;
  readonly packs?: readonly string[];
  readonly map?: string;
  readonly format: readonly Format[];
  readonly charset?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly personKey?: string;
  readonly threads?: number;
  readonly memory?: string;
}

export function inspectCommand(): Command {
  return new Command('inspect')
    .description('read data and report which provisions they do not meet, with the evidence')
    .argument('<input...>', 'files, folders, archives or database URLs; all make one report')
    .option('-o, --out <folder>', 'where the report and the snapshot go', 'polyprism-out')
    .option(
      '--as-of <date>',
      'judge as of this day; default: the last day the data speak of',
      isoDate,
    )
    .option('--packs <folder...>', 'packs of provisions instead of the bundled ones')
    .option('--map <file>', 'mapping.yaml saying what the tables and columns mean')
    .addOption(
      new Option('--format <list>', 'formats to write, comma-separated')
        .argParser(parseFormats)
        .default([...formats], formats.join(',')),
    )
    .option('--charset <name>', 'character set of the files, where detection errs')
    .option('--time-zone <zone>', 'zone of times that name none; default: Asia/Shanghai')
    .option('--currency <code>', 'currency of the amounts; default: CNY')
    .option('--person-key <file>', 'key for the pseudonyms of people, to compare snapshots')
    .option('--threads <n>', 'threads to use', positiveInteger)
    .option('--memory <size>', 'memory the SQL engine may use before it spills, such as 4GB')
    .addHelpText('after', inspectHelp)
    .action(async (inputs: string[], _flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<InspectFlags>();
      await runCommand(flags, async (signal) => {
        const { report, files } = await inspectToFolder(inputs, flags, signal);
        if (flags.json) process.stdout.write(renderJson(report));
        else process.stdout.write(`${renderSummary(report, flags.lang)}\n${files.join('\n')}\n`);
        return exitCodeOf(report);
      });
    });
}

const inspectHelp = `
What is read: MySQL and MariaDB dumps (.sql, .gz, .zip), CSV, TSV, XLSX, JSON, NDJSON, Parquet,
folders of these, mysql:// and postgres:// databases (read-only, one consistent snapshot).
Dumps are parsed, never executed. Every raw file is hashed before it is parsed.

What is written to --out: report.html (open it), report.zh.md, report.en.md, report.json,
findings.csv, members.csv, and snapshot/ with the canonical tables as Parquet.`;

function isoDate(value: string): string {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!real) throw new InvalidArgumentError('A date looks like 2026-01-31.');
  return value;
}

function positiveInteger(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('It is a positive number.');
  return Number(value);
}

function parseFormats(value: string): Format[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(formats as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`'${unknown.join(', ')}': there are ${formats.join(', ')}.`);
  }
  return names as Format[];
}
