import { useState } from 'react';
import { publicOffices } from '../../../../src/server/contract/complaints.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { publicWords } from '../../text/public.ts';
import styles from './Complain.module.css';
import { ComplaintForm } from './ComplaintForm.tsx';
import { ComplaintReceipt } from './ComplaintReceipt.tsx';
import type { Sent } from './ComplaintReceipt.tsx';
import { PublicSheet } from './PublicSheet.tsx';

/** A complaint without an account; then the one link to follow it with. */
export default function ComplainPage() {
  const say = useWords(publicWords);
  const [sent, setSent] = useState<Sent | null>(null);
  const { data, error, refetch } = useAsked(publicOffices, {}, { enabled: sent === null });
  if (sent !== null) return <ComplaintReceipt sent={sent} />;
  return (
    <PublicSheet title={say('complain')} lead={say('lead')} aside={<Before />}>
      {error !== null ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading lines={12} line_px={64} />
      ) : data.offices.length === 0 ? (
        <Empty title={say('no_office')} more={say('no_office_more')} />
      ) : (
        <ComplaintForm offices={data.offices} platforms={data.platforms} sent={setSent} />
      )}
    </PublicSheet>
  );
}

function Before() {
  const say = useWords(publicWords);
  const language = useLanguage();
  return (
    <section className={styles['before']}>
      <h2>{say('before')}</h2>
      <ol>
        <li>{say('before_talk')}</li>
        <li>{say('before_link')}</li>
        <li>{say('before_seven')}</li>
      </ol>
      <a href={`/public/${language}/complaints`}>{say('before_more')}</a>
    </section>
  );
}
