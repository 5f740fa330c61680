import { useSearchParams } from 'react-router';
import { Select } from 'antd';
import { matterKinds } from '../../../../src/model/matter.ts';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Field } from '../../parts/Field.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { matterWords } from '../../text/matters.ts';
import styles from './NewMatterPage.module.css';
import { OpenMatterForm } from './OpenMatterForm.tsx';
import { openAs } from './openings.ts';
import { useValueWords } from './use-value-words.ts';

/** Opens a matter of a kind that one's party may open. */
export default function NewMatterPage() {
  const say = useWords(matterWords);
  const { party } = useSession();
  const words = useValueWords('');
  const [search, setSearch] = useSearchParams();
  const kinds = matterKinds.filter((one) => openAs(one, party).length > 0);
  const kind = kinds.find((one) => one === search.get('kind'));
  if (kinds.length === 0) return <Empty title={say('open_none')} />;
  return (
    <>
      <PageHead title={say('open')} lead={say('open_lead')} />
      <div className={styles['form']}>
        <Field label={say('kind')}>
          {(id) => (
            <Select
              id={id}
              value={kind ?? null}
              placeholder={say('open_choose')}
              options={kinds.map((value) => ({ value, label: words.kind(value) }))}
              onChange={(value: string) => setSearch({ kind: value }, { replace: true })}
            />
          )}
        </Field>
        {kind !== undefined && <OpenMatterForm key={kind} kind={kind} />}
      </div>
    </>
  );
}
