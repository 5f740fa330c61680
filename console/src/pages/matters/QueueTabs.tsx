import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import type { Filters } from '../../parts/use-filters.ts';
import { matterWords } from '../../text/matters.ts';
import styles from './QueueTabs.module.css';
import { queues } from './use-matter-filters.ts';
import type { FilterName } from './use-matter-filters.ts';
import type { useToday } from './use-today.ts';

interface Props {
  readonly filters: Filters<FilterName>;
  readonly overdue: ReturnType<typeof useToday>['overdue'];
}

/** The queues, with how many press; who handles no matters has those by day alone. */
export function QueueTabs({ filters, overdue }: Props) {
  const say = useWords(matterWords);
  const { party } = useSession();
  const plain = party === 'consumer' || party === 'operator';
  const shown = queues.filter((queue) => !plain || queue === 'due_soon' || queue === 'overdue');
  const sum = (name: 'overdue' | 'due_soon'): number =>
    (overdue?.items ?? []).reduce((total, item) => total + item[name], 0);
  const at = filters.values.queue ?? '';
  return (
    <div role="group" aria-label={say('queues')} className={styles['tabs']}>
      {['' as const, ...shown].map((queue) => {
        const count = queue === 'overdue' || queue === 'due_soon' ? sum(queue) : 0;
        return (
          <button
            key={queue}
            type="button"
            aria-pressed={at === queue}
            onClick={() => filters.set('queue', queue)}
          >
            {say(queue === '' ? 'queue_all' : `queue_${queue}`)}
            {count > 0 && <span className={styles[queue]}>{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
