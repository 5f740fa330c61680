import { overdueRead } from '../../../../src/server/contract/matters.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { instantText } from '../../parts/instant-text.ts';

type Overdue = Good<typeof overdueRead>['body'];

/** The legal day at one's tenant and what presses there; consumers have the day they are at. */
export function useToday(): { readonly today: string; readonly overdue: Overdue | undefined } {
  const { party } = useSession();
  const { data } = useAsked(overdueRead, {}, { enabled: party !== 'consumer' });
  return { today: data?.today ?? instantText(new Date()).short.slice(0, 10), overdue: data };
}
