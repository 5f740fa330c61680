import type { Verdict } from '../../parts/VerdictTag.tsx';
import type { Inspection } from './Prism.tsx';

/** An indication decides nothing, but somebody has to look: it is shown apart. */
export function shownVerdict({ verdict, indications }: Inspection['provisions'][number]): Verdict {
  return verdict === 'cannot_tell' && indications > 0 ? 'indication' : verdict;
}
