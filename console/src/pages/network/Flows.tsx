import { Segmented } from 'antd';
import { grouped } from '../../../../src/model/money-text.ts';
import type { networkFlows } from '../../../../src/server/contract/network.ts';
import type { Good } from '../../api/call.ts';
import { useWords } from '../../app/language.ts';
import { Money } from '../../parts/Money.tsx';
import { networkWords } from '../../text/network.ts';
import styles from './MemberPanel.module.css';
import { MemberLink } from './MemberLink.tsx';

export type FlowsBody = Good<typeof networkFlows>['body'];
export type FlowSide = 'earned' | 'caused';

interface Props {
  readonly flows: FlowsBody;
  readonly side: FlowSide;
  readonly setSide: (side: FlowSide) => void;
  readonly choose: (member_id: string) => void;
}

/** Whose orders paid the member, or whom the member's own acts paid, by level and by name. */
export function Flows({ flows, side, setSide, choose }: Props) {
  const say = useWords(networkWords);
  const { entries, sum_minor, members, by_level, top } = flows[side];
  const { currency } = flows;
  return (
    <section className={styles['flows']}>
      <h3>{say('flows')}</h3>
      <Segmented<FlowSide>
        value={side}
        onChange={setSide}
        options={[
          { value: 'earned', label: say('flows_earned') },
          { value: 'caused', label: say('flows_caused') },
        ]}
      />
      {entries === 0 ? (
        <p className="soft">{say('flows_none')}</p>
      ) : (
        <>
          <p>
            {say('flows_sum', { entries: grouped(entries), members: grouped(members) })}{' '}
            <Money minor={sum_minor} currency={currency} />
          </p>
          <table className={styles['table']} aria-label={say('flows_levels')}>
            <tbody>
              {by_level.map((row) => (
                <tr key={row.level ?? 'none'}>
                  <th scope="row">
                    {row.level === null
                      ? say('flows_no_level')
                      : say('flows_level', { level: row.level })}
                  </th>
                  <td className={styles['number']}>
                    <Money minor={row.sum_minor} currency={currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className={styles['table']} aria-label={say('flows_top')}>
            <tbody>
              {top.map((row) => (
                <tr key={row.member_id ?? ''}>
                  <th scope="row">
                    {row.member_id === null ? (
                      say('flows_nobody')
                    ) : (
                      <MemberLink id={row.member_id} choose={choose} />
                    )}
                  </th>
                  <td className={styles['number']}>
                    <Money minor={row.sum_minor} currency={currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
