import type { Localised } from '../model/localised.ts';

export type Language = keyof Localised;

/** Chinese where the terminal says so, English elsewhere; `--lang` overrides. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
