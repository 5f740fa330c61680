import { aboutRead } from '../../../src/server/contract/health.ts';
import type { Session } from '../api/session.ts';
import { useAsked } from '../api/use-asked.ts';

/**
 * Must a second factor be shown before anything else (the server refuses the rest with
 * `auth.second_factor_required`)? Undefined while that is not known; consumers have none.
 */
export function useNeedsFactor(session: Session | null | undefined): boolean | undefined {
  const { data: about, isError } = useAsked(aboutRead, {});
  if (session === null || session === undefined) return undefined;
  if (session.second_factor || session.party === 'consumer') return false;
  // Unknown is for the server to decide: it refuses what it must.
  return isError ? false : about && about.second_factor === 'required';
}
