import { sheetsList } from '../../../../src/server/contract/guidance.ts';
import { compareText } from '../../../../src/model/issue.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { operatorWords } from '../../text/operator.ts';
import type { Inspection } from '../overview/Prism.tsx';
import styles from './Figures.module.css';
import type { SortedMatters } from './sort-matters.ts';

interface Props {
  readonly sorted: SortedMatters;
  readonly inspections: readonly Inspection[];
}

/** The page in four figures. */
export function Figures({ sorted, inspections }: Props) {
  const say = useWords(operatorWords);
  const { data: sheets } = useAsked(sheetsList, { query: {} });
  // The terms of a measure are the platform's own to keep.
  const days = [...sorted.todo, ...sorted.against.filter(({ kind }) => kind !== 'measure')]
    .flatMap(({ clocks }) => clocks)
    .flatMap(({ due_on, done_on }) => (done_on === null && due_on !== null ? [due_on] : []))
    .toSorted(compareText);
  const breaches = inspections
    .flatMap(({ provisions }) => provisions)
    .reduce((sum, one) => sum + one.breaches, 0);
  const classes = (sheets?.items ?? []).map(({ class: found }) => found ?? say('class_none'));
  const figures = [
    [say('figure_todo'), sorted.todo.length],
    [say('figure_due'), days[0] ?? say('figure_due_none')],
    [say('figure_wrong'), breaches],
    [say('figure_class'), classes.length === 0 ? '—' : classes.join(' · ')],
  ] as const;
  return (
    <dl className={styles['figures']}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
