import { moneyIn } from '../../../../src/model/money-text.ts';
import type { MendStudy } from '../../../../src/model/plan-study.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';

type Effect = NonNullable<MendStudy['effect']>;

/** What a change does to the money, with the same people: medians before and after. */
export function MoneyEffect({ effect: { assumptions, before, after } }: { effect: Effect }) {
  const say = useWords(planWords);
  const local = useLocalised();
  const money = moneyIn(before.plan.currency);
  const amount = (minor: number | null | undefined): string =>
    minor === null || minor === undefined ? '–' : local(money(minor));
  const tenths = before.tenths.map(({ tenth, net_minor }) => ({
    key: String(tenth),
    cells: [
      say('effect_tenth', { tenth }),
      amount(net_minor.q50),
      amount(after.tenths.find((one) => one.tenth === tenth)?.net_minor.q50),
    ],
  }));
  const sums = (['cash_in_minor', 'commission_minor', 'kept_minor'] as const).map((key) => ({
    key,
    cells: [say(`effect_${key}`), amount(before.money[key].q50), amount(after.money[key].q50)],
  }));
  const { runs, population, months, seed } = assumptions;
  return (
    <section className={styles['table']}>
      <h2>{say('effect')}</h2>
      <p className="soft">{say('effect_more', { runs, people: population, months, seed })}</p>
      <PlainTable
        label={say('effect')}
        heads={[say('figure'), say('effect_before'), say('effect_after')]}
        numeric={[1, 2]}
        rows={[...sums, ...tenths]}
      />
      {after.money.commission_minor.q95 === 0 && <p>{say('effect_idle')}</p>}
    </section>
  );
}
