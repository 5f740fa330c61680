import { canonicalFamily } from '../model/snapshot.ts';
import type { Localised } from '../model/localised.ts';
import type { Software } from '../model/snapshot.ts';
import { visible } from './show.ts';
import { texts } from './texts.ts';

/** Software by its own name; what has none of its own in each language. */
export function softwareName({ name, family }: Pick<Software, 'name' | 'family'>): Localised {
  if (family === canonicalFamily) return { en: 'canonical tables', zh: '标准表' };
  const shown = visible(name ?? '', 60);
  return { en: shown, zh: shown };
}

/** Whose data they look like, with `{software}` and `{score}` where it names them. */
export function softwareSentence({ name, family }: Pick<Software, 'name' | 'family'>): Localised {
  if (name === null) return texts.software_unknown;
  return family === canonicalFamily ? texts.software_canonical : texts.software_known;
}
