import type { StudyProgress } from '../../api/use-study.ts';
import { useWords } from '../../app/language.ts';
import { Bar } from '../../parts/Bar.tsx';
import { draftsWords } from '../../text/drafts.ts';

const steps = ['waiting', 'network', 'provisions'] as const;

/** How far a run is, and at what; before it tells anything, that it was asked for. */
export function RunProgress({ progress }: { readonly progress: StudyProgress | null }) {
  const say = useWords(draftsWords);
  const step = steps.find((one) => one === progress?.step) ?? 'waiting';
  const { done = 0, total = null } = progress ?? {};
  return (
    <div role="status">
      <p>
        {say(`step_${step}`)} {total === null ? '' : `${done} / ${total}`}
      </p>
      <Bar label={say('progress')} share={total === null ? null : done / Math.max(1, total)} />
    </div>
  );
}
