import { moneyIn } from '../../../../src/model/money-text.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import styles from './ClockList.module.css';
import type { Matter } from './matter-types.ts';

/** What a fine that is paid late comes to, and by which law. */
export function LateFine({ matter: { late_fine, currency } }: { readonly matter: Matter }) {
  const say = useWords(matterWords);
  const local = useLocalised();
  if (late_fine === null || currency === null) return null;
  const { fine_minor, surcharge_minor, due_on, paid_on, days } = late_fine;
  const money = moneyIn(currency);
  const said = {
    fine: local(money(fine_minor)),
    more: local(money(surcharge_minor)),
    due: due_on,
    count: days,
  };
  return (
    <section className={styles['clocks']}>
      <h2>{say('late_fine')}</h2>
      <p className={styles['days']}>
        {paid_on === null
          ? say('late_fine_unpaid', said)
          : say('late_fine_paid', { ...said, paid: paid_on })}
      </p>
      <p className="soft">{say('late_fine_law')}</p>
    </section>
  );
}
