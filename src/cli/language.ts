import { InvalidArgumentError } from 'commander';

export type Language = 'zh' | 'en';

/** Chinese where the terminal says so, English elsewhere; `--lang` overrides. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function parseLanguage(value: string): Language {
  if (value === 'zh' || value === 'en') return value;
  throw new InvalidArgumentError("It is 'zh' or 'en'.");
}
