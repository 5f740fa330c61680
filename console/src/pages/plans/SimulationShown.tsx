import type { ShownSimulation } from '../../../../src/model/plan-study.ts';
import type { Simulation } from '../../../../src/model/simulation.ts';
import type { Localised } from '../../../../src/model/localised.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';
import { TenthsChart } from './TenthsChart.tsx';

interface Props {
  readonly simulation: Simulation;
  readonly shown: ShownSimulation;
}

/** What to expect on joining first, then who gains and who loses, then all figures. */
export function SimulationShown({ simulation, shown }: Props) {
  const say = useWords(planWords);
  const local = useLocalised();
  const { outlook, tables, assumptions, assumptions_note, close } = shown;
  return (
    <div className={styles['answer']}>
      <section className={styles['outlook']}>
        <h2>{local(outlook.title)}</h2>
        <p className="soft">{local(outlook.basis)}</p>
        {outlook.parts.map(({ heading, lines }) => (
          <section key={heading.en}>
            <h3>{local(heading)}</h3>
            <Points lines={lines} />
          </section>
        ))}
      </section>
      <TenthsChart tenths={simulation.tenths} />
      {tables.map(({ name, title, note, heads, rows }) => (
        <section key={name} className={styles['table']}>
          <h2>{local(title)}</h2>
          <p className="soft">{local(note)}</p>
          <PlainTable
            label={local(title)}
            heads={heads.map(local)}
            numeric={heads.map((_, i) => i).slice(1)}
            rows={rows.map((cells, i) => ({ key: String(i), cells: cells.map(local) }))}
          />
        </section>
      ))}
      <details>
        <summary className={styles['summary']}>{say('assumed')}</summary>
        <p className="soft">{local(assumptions_note)}</p>
        <Points lines={assumptions} />
      </details>
      <p className="soft">{local(close)}</p>
    </div>
  );
}

function Points({ lines }: { readonly lines: readonly Localised[] }) {
  const local = useLocalised();
  return (
    <ul className={styles['points']}>
      {lines.map((line) => (
        <li key={line.en}>
          <bdi>{local(line)}</bdi>
        </li>
      ))}
    </ul>
  );
}
