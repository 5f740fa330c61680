import { grouped } from '../../../../src/model/money-text.ts';
import type { networkGrowth } from '../../../../src/server/contract/network.ts';
import type { Good } from '../../api/call.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { networkWords } from '../../text/network.ts';
import styles from './Growth.module.css';

export type GrowthBody = Good<typeof networkGrowth>['body'];

interface Props {
  readonly growth: GrowthBody;
  /** The month chosen; null for all. */
  readonly month: string | null;
  readonly setMonth: (month: string | null) => void;
  /** Whether the picture shows the month too. */
  readonly drawn: boolean;
}

const height_px = 96;
const bar_px = 10;

/** Members who joined, month by month, and a slider through the months. */
export function Growth({ growth, month, setMonth, drawn }: Props) {
  const say = useWords(networkWords);
  const rows = growth.joined_per_month;
  if (rows.length === 0) return <Empty title={say('growth_none')} more={say('growth_none_more')} />;
  const chosen = rows.findIndex((row) => row.month === month);
  const at = chosen < 0 ? rows.length - 1 : chosen;
  const most = Math.max(1, ...rows.map(({ members }) => members));
  const so_far = rows.slice(0, at + 1).reduce((sum, { members }) => sum + members, 0);
  const here = rows[at];
  const told = say('growth_told', {
    month: here?.month ?? '',
    joined: grouped(here?.members ?? 0),
    members: grouped(so_far),
  });
  return (
    <section className={styles['growth']}>
      <div className={styles['head']}>
        <label htmlFor="network-month">{say('growth')}</label>
        <output htmlFor="network-month">{told}</output>
        {chosen >= 0 && (
          <button type="button" className={styles['all']} onClick={() => setMonth(null)}>
            {say('growth_all')}
          </button>
        )}
      </div>
      <svg
        className={styles['bars']}
        viewBox={`0 0 ${rows.length * bar_px} ${height_px}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('growth_chart', {
          first: rows[0]?.month ?? '',
          last: rows.at(-1)?.month ?? '',
          most: grouped(most),
        })}
      >
        {rows.map((row, i) => {
          const height = (row.members / most) * height_px;
          return (
            <rect
              key={row.month}
              className={i <= at ? styles['there'] : styles['later']}
              x={i * bar_px + 1}
              y={height_px - height}
              width={bar_px - 2}
              height={height}
            >
              <title>{`${row.month}: ${grouped(row.members)}`}</title>
            </rect>
          );
        })}
      </svg>
      <input
        id="network-month"
        className={styles['slider']}
        type="range"
        min={0}
        max={rows.length - 1}
        value={at}
        aria-valuetext={told}
        onChange={(event) => setMonth(rows[Number(event.target.value)]?.month ?? null)}
      />
      {!drawn && <p className="soft">{say('growth_not_drawn')}</p>}
      {growth.undated !== null && growth.undated > 0 && (
        <p className="soft">{say('growth_undated', { many: grouped(growth.undated) })}</p>
      )}
      {growth.ties_changed === true && <p className="soft">{say('growth_ties')}</p>}
    </section>
  );
}
