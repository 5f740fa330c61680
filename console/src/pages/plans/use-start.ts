import { useLocation, useSearchParams } from 'react-router';
import { plansKnown, plansRead, plansShared } from '../../../../src/server/contract/plans.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised } from '../../app/language.ts';

/** What the lab opens with. */
export interface Start {
  /** Changes with what is opened: another plan is another sheet. */
  readonly key: string;
  readonly title: string;
  readonly plan: string;
  readonly assumptions: string | null;
  /** Where it came from by somebody else's link: who shared it, and when. */
  readonly from: { readonly tenant: string; readonly created_at: string } | null;
  /** One's own saved plan; null for any other. */
  readonly saved: { readonly id: string; readonly shared: boolean } | null;
}

export interface Opening {
  readonly start: Start | null;
  readonly error: unknown;
  readonly retry: () => void;
}

const blank = { title: '', plan: '', assumptions: null, from: null, saved: null } as const;

/** What the address asks for: a saved plan, a known one, one by a link; else an empty sheet. */
export function useStart(): Opening {
  const [search] = useSearchParams();
  const { state } = useLocation() as { readonly state: unknown };
  const saved = search.get('saved');
  const known = search.get('known');
  const link = search.get('link');
  const own = useAsked(
    plansRead,
    { params: { plan_id: saved ?? '' } },
    { enabled: saved !== null },
  );
  const all = useAsked(plansKnown, {}, { enabled: known !== null });
  const shared = useAsked(
    plansShared,
    { params: { link: link ?? '' } },
    { enabled: link !== null },
  );
  const local = useLocalised();
  if (saved !== null) {
    const { data } = own;
    const start = data && { ...blank, ...data, key: saved, saved: data };
    return opening(start, own);
  }
  if (link !== null) {
    const { data } = shared;
    return opening(data && { ...blank, ...data, key: link, from: data }, shared);
  }
  if (known !== null) {
    const found = all.data?.items.find(({ id }) => id === known);
    const title = found === undefined ? '' : local(found.title);
    const start = { ...blank, key: known, title, plan: found?.plan ?? '' };
    return opening(all.data && start, all);
  }
  const start = { ...blank, key: 'new', plan: handedOver(state) };
  return { start, error: null, retry: () => undefined };
}

function opening(
  start: Start | undefined,
  { error, refetch }: { readonly error: unknown; readonly refetch: () => unknown },
): Opening {
  return { start: start ?? null, error, retry: () => void refetch() };
}

/** The text another page was left with. */
function handedOver(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('plan' in state)) return '';
  return typeof state.plan === 'string' ? state.plan : '';
}
