import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { handlers } from '../../app/who.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { importWords } from '../../text/imports.ts';
import styles from './ImportsPage.module.css';
import { InspectionList } from './InspectionList.tsx';
import { NewImport } from './NewImport.tsx';

/** Data come in here, and what became of them is listed. */
export default function ImportsPage() {
  const say = useWords(importWords);
  const session = useSession();
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <div className={styles['parts']}>
        {handlers(session) && <NewImport />}
        <section>
          <h2>{say('inspections')}</h2>
          <InspectionList />
        </section>
      </div>
    </>
  );
}
