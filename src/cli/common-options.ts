import { terminalLanguage } from './language.ts';
import type { Language } from './language.ts';

/** Options every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly lang: Language;
}

/**
 * The common options as far as they can be seen before the command line is understood: help is
 * written, and its mistakes are told, in the language asked for.
 */
export function commonOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Required<CommonOptions> {
  let lang = terminalLanguage(env);
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  for (const [i, arg] of options.entries()) {
    const value = arg === '--lang' ? options[i + 1] : /^--lang=(.*)$/.exec(arg)?.[1];
    if (value === 'zh' || value === 'en') lang = value;
  }
  return { lang, json: options.includes('--json') };
}
