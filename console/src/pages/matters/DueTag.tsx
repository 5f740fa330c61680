import { useWords } from '../../app/language.ts';
import { ClockTag } from '../../parts/ClockTag.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { matterWords } from '../../text/matters.ts';
import type { MatterRow } from './matter-types.ts';

interface Props {
  readonly row: Pick<MatterRow, 'due' | 'due_on' | 'due_unknown'>;
  readonly today: string;
}

/** The term of a matter that is due next; where another cannot be told, that is said too. */
export function DueTag({ row: { due, due_on, due_unknown }, today }: Props) {
  const say = useWords(matterWords);
  if (due === null) return null;
  return (
    <>
      <ClockTag due_on={due_on} today={today} />
      {due_unknown && due_on !== null && (
        <>
          {' '}
          <Tag tone="unknown" sign="?">
            {say('due_other')}
          </Tag>
        </>
      )}
    </>
  );
}
