import type { Provision } from '../../model/provision.ts';
import { tokenize } from '../../provisions/sql/tokens.ts';
import { isLasting } from './lasting-needs.ts';

/**
 * The provision without its question of what it cannot tell, where no answer could matter to a
 * plan: none of the texts in it is a need that lasts. One that may put its needs together out of
 * parts is asked as it stands.
 */
export function withoutIdleDoubt(provision: Provision): Provision {
  if (provision.cannot_tell === null) return provision;
  const tokens = tokenize(provision.cannot_tell);
  const matters = tokens.some(({ kind, text }) =>
    kind === 'string' ? isLasting(text.slice(1, -1)) : makesText.test(text),
  );
  return matters ? provision : { ...provision, cannot_tell: null };
}

/** What makes one text of several. */
const makesText = /^(\|+|concat.*|format.*|replace|[lr]pad|string_agg|substr.*|listagg)$/i;
