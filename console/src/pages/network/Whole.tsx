import { grouped } from '../../../../src/model/money-text.ts';
import { useWords } from '../../app/language.ts';
import { networkWords } from '../../text/network.ts';
import { BracketTable } from './BracketTable.tsx';
import panel from './MemberPanel.module.css';
import styles from './NetworkPage.module.css';
import type { NetworkTree } from './tree-of.ts';

/** The tree as a whole: by every way of counting, by level, and how many reach each line. */
export function Whole({ tree }: { readonly tree: NetworkTree }) {
  const say = useWords(networkWords);
  return (
    <div className={styles['whole']}>
      <section>
        <h3>{say('counts')}</h3>
        <BracketTable bracket={tree.whole} needs={tree.needs} />
      </section>
      <section>
        <h3>{say('people_per_level')}</h3>
        <table className={panel['table']} aria-label={say('people_per_level')}>
          <tbody>
            {tree.people_per_level.map((people, i) => (
              <tr key={i}>
                <th scope="row">{say('level_value', { level: i + 1 })}</th>
                <td className={panel['number']}>{grouped(people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h3>{say('lines_reached')}</h3>
        <table className={panel['table']} aria-label={say('lines_reached')}>
          <thead>
            <tr>
              <th scope="col">{say('line')}</th>
              <th scope="col" className={panel['number']}>
                {say('met_count_every')}
              </th>
              <th scope="col" className={panel['number']}>
                {say('met_count_some')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tree.lines.map((line) => (
              <tr key={line.people}>
                <th scope="row">{say('line_both', { people: line.people })}</th>
                <td className={panel['number']}>{grouped(line.met_by_every)}</td>
                <td className={panel['number']}>{grouped(line.met_by_some)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
