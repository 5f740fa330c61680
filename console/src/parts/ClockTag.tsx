import { daysBetween } from './days-between.ts';
import { useWords } from '../app/language.ts';
import { tagWords } from '../text/tags.ts';
import { Tag } from './Tag.tsx';

interface Props {
  /** Last day, a legal day; null where none can be told. */
  readonly due_on: string | null;
  readonly done_on?: string | null;
  /** The legal day it is where the matter is. */
  readonly today: string;
}

/** Up to here it is soon. */
const soon_days = 3;

/** How a clock stands: how many calendar days are left, or are over. */
export function ClockTag({ due_on, done_on = null, today }: Props) {
  const say = useWords(tagWords);
  if (done_on !== null) {
    return (
      <Tag tone="ok" sign="✓">
        {say('done')}
      </Tag>
    );
  }
  if (due_on === null) {
    return (
      <Tag tone="unknown" sign="?">
        {say('no_day')}
      </Tag>
    );
  }
  const left = daysBetween(today, due_on);
  if (left < 0) {
    return (
      <Tag tone="breach" sign="!">
        {say('overdue', { count: -left })}
      </Tag>
    );
  }
  const text = left === 0 ? say('due_today') : say('due', { count: left });
  return <Tag tone={left <= soon_days ? 'indication' : 'plain'}>{text}</Tag>;
}
