import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';

/** A sentence with values that read differently in each language, as amounts do. */
export function filled(text: Localised, values: Readonly<Record<string, Localised>>): Localised {
  const of = (lang: keyof Localised): string =>
    fill(
      text[lang],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value[lang]])),
    );
  return { en: of('en'), zh: of('zh') };
}
