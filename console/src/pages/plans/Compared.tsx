import type { Localised } from '../../../../src/model/localised.ts';
import type { CompareStudy, ShownTest, SimulationTable } from '../../../../src/model/plan-study.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import type { Verdict } from '../../parts/VerdictTag.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';

/** Columns of the simulation's tables that are compared: medians, or medians of quantiles. */
const compared = [
  ['figures', 3],
  ['lines', 3],
  ['tenths', 1],
  ['tenths', 3],
] as const;

/** Two plans side by side: first where the law says something else, then the money. */
export function Compared({ answer }: { readonly answer: CompareStudy }) {
  const say = useWords(planWords);
  const local = useLocalised();
  const { sides, differs, as_of } = answer;
  const [a, b] = sides;
  if (a === undefined || b === undefined) return null;
  const heads = [local(a.title), local(b.title)];
  // Two plans of one name are told apart by their places.
  const named = heads[0] === heads[1] ? [say('this_plan'), say('other')] : heads;
  const testOf = (side: typeof a, id: string): ShownTest | undefined =>
    side.lint.tests.find(({ provision }) => provision === id);
  const rows = differs.map((id) => {
    const [one, other] = [testOf(a, id), testOf(b, id)];
    const title = (one ?? other)?.title;
    return {
      key: id,
      cells: [
        <bdi key="title">{title === undefined ? id : local(title)}</bdi>,
        <Said key="a" test={one} />,
        <Said key="b" test={other} />,
      ],
    };
  });
  return (
    <div className={styles['answer']}>
      <section className={styles['table']}>
        <h2>{say('differs', { count: differs.length })}</h2>
        <p className="soft">
          {say('judged_on', { day: as_of })} {say('searched', a.lint.searched)}
        </p>
        {rows.length > 0 && (
          <PlainTable
            label={say('differs', { count: differs.length })}
            heads={[say('provision'), ...named]}
            rows={rows}
          />
        )}
      </section>
      {compared.map(([name, column]) => (
        <Money
          key={`${name} ${column}`}
          column={column}
          tables={[a, b].map(({ shown }) => shown.tables.find((one) => one.name === name))}
          named={named}
        />
      ))}
    </div>
  );
}

function Said({ test }: { readonly test: ShownTest | undefined }) {
  if (test === undefined) return <>–</>;
  const met: Verdict = test.finds ?? 'indication';
  const verdicts = { met, not_met: 'no_breach', cannot_tell: 'cannot_tell' } as const;
  return <VerdictTag verdict={verdicts[test.verdict]} />;
}

interface MoneyProps {
  readonly column: number;
  readonly tables: readonly (SimulationTable | undefined)[];
  readonly named: readonly string[];
}

/** One column of a table of both simulations, side by side. */
function Money({ column, tables: [one, other], named }: MoneyProps) {
  const say = useWords(planWords);
  const local = useLocalised();
  if (one === undefined || other === undefined) return null;
  // The middle of five quantiles is named by what is said below; others by their own heads.
  const head = one.heads[column];
  const isMedian = head === undefined || head.en === '50%';
  const title = isMedian ? local(one.title) : `${local(one.title)} · ${local(head)}`;
  const cellOf = (cells: readonly Localised[] | undefined): string => {
    const cell = cells?.[column];
    return cell === undefined ? '–' : local(cell);
  };
  return (
    <section className={styles['table']}>
      <h2>{title}</h2>
      <p className="soft">{say('medians')}</p>
      <PlainTable
        label={title}
        heads={[local(one.heads[0] ?? one.title), ...named]}
        numeric={[1, 2]}
        rows={one.rows.map((cells, i) => ({
          key: String(i),
          cells: [...cells.slice(0, 1).map(local), cellOf(cells), cellOf(other.rows[i])],
        }))}
      />
    </section>
  );
}
