import { CommanderError } from 'commander';
import { PolyprismError } from '../model/issue.ts';
import { commandNames } from './program.ts';

const commands = new Set(commandNames);

/** What can follow `pack` or `plan`. */
const verbs = new Set('new lint test docs build sign verify diff from simulate mend'.split(' '));

/** What commander found wrong with the words of a command line, as an issue; null for others. */
export function usageIssue(error: unknown, args: readonly string[]): PolyprismError | null {
  if (!(error instanceof CommanderError)) return null;
  const at = args.findIndex((arg) => commands.has(arg));
  const words = args.slice(at, at + 2).filter((arg) => commands.has(arg) || verbs.has(arg));
  const help = at < 0 ? 'polyprism --help' : `polyprism ${words.join(' ')} --help`;
  const name = /'([^]*?)'/.exec(error.message)?.[1] ?? '';
  const suggested = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1] ?? help;
  switch (error.code) {
    case 'commander.unknownOption':
      return new PolyprismError('cli.unknown_option', { name, try: suggested });
    case 'commander.unknownCommand':
      return new PolyprismError('cli.unknown_command', { name, try: suggested });
    case 'commander.missingArgument':
    case 'commander.missingMandatoryOptionValue':
      return new PolyprismError('cli.missing_argument', { name, try: help });
    case 'commander.optionMissingArgument':
      return new PolyprismError('cli.missing_value', { name, try: help });
    case 'commander.excessArguments':
      return new PolyprismError('cli.too_many_arguments', { try: help });
    case 'commander.help':
      return new PolyprismError('cli.no_command', { try: help });
    default:
      return null;
  }
}
