import { useLocalised, useWords } from '../../app/language.ts';
import { moneyText } from '../../../../src/model/money-text.ts';
import { networkWords } from '../../text/network.ts';
import styles from './MemberPanel.module.css';
import type { Member } from './MemberPanel.tsx';

interface Props {
  readonly crossed: Member['crossed'];
  readonly paidLine: Member['paid_line'];
  readonly currency: string;
}

/** The days on which what stands below a member came to each line of the law. */
export function Crossings({ crossed, paidLine, currency }: Props) {
  const say = useWords(networkWords);
  const local = useLocalised();
  if (crossed === null && paidLine === null) return <p className="soft">{say('no_calendar')}</p>;
  const rows: (readonly [string, string | null])[] = [];
  if (crossed !== null) {
    rows.push(
      [say('line_people', { people: 15 }), crossed.people_15_on],
      [say('line_people', { people: 30 }), crossed.people_30_on],
      [say('line_people', { people: 60 }), crossed.people_60_on],
      [say('line_people', { people: 120 }), crossed.people_120_on],
      [say('line_levels'), crossed.levels_3_on],
      [say('line_both', { people: 15 }), crossed.crossed_15_3_on],
      [say('line_both', { people: 30 }), crossed.crossed_30_3_on],
    );
  }
  if (paidLine !== null) {
    const amount = local(moneyText(paidLine.threshold_minor, currency, 2));
    rows.push([say('line_gross', { amount }), paidLine.gross_on]);
    if (paidLine.net_minor !== null) rows.push([say('line_net', { amount }), paidLine.net_on]);
  }
  return (
    <table className={styles['table']} aria-label={say('calendar')}>
      <tbody>
        {rows.map(([line, on]) => (
          <tr key={line}>
            <th scope="row">{line}</th>
            <td className={styles['number']}>
              {on === null ? <span className="soft">{say('not_reached')}</span> : on}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
