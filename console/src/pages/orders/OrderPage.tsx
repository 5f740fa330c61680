import { Link, useParams } from 'react-router';
import { ordersRead } from '../../../../src/server/contract/orders.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ordersWords } from '../../text/orders.ts';
import { kindText } from '../findings/subject-text.ts';
import { Commissions } from './Commissions.tsx';
import type { Life } from './life-days.ts';
import { LifeView } from './LifeView.tsx';
import styles from './OrderPage.module.css';

/** One order from listing to complaint, with what held and what failed at each point. */
export default function OrderPage() {
  const { inspection = '', order = '' } = useParams();
  const params = { inspection_id: inspection, order_id: order };
  const { data, error, refetch } = useAsked(ordersRead, { params });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={12} />;
  return <Shown life={data} />;
}

function Shown({ life }: { readonly life: Life }) {
  const say = useWords(ordersWords);
  const language = useLanguage();
  const { inspection_id, order_id, as_of, time_zone, packs_changed, cut } = life;
  const tables = cut.map((table) => kindText(table, language, table));
  return (
    <>
      <PageHead
        title={<bdi>{say('life', { id: order_id })}</bdi>}
        lead={say('life_lead', { day: as_of, zone: time_zone })}
        action={
          <Link to={`/orders?inspection=${encodeURIComponent(inspection_id)}`}>{say('back')}</Link>
        }
      />
      {packs_changed === true && <p className={styles['note']}>{say('packs_changed')}</p>}
      {cut.length > 0 && (
        <p className={styles['note']}>{say('cut', { tables: tables.join(' · ') })}</p>
      )}
      <LifeView life={life} />
      <Commissions life={life} />
    </>
  );
}
