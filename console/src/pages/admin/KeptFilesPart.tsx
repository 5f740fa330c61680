import { Select } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import {
  keptFilesList,
  keptTermRead,
  keptTermSet,
} from '../../../../src/server/contract/kept-files.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked, useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { roles } from '../../app/who.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Field } from '../../parts/Field.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { Tag } from '../../parts/Tag.tsx';
import { keptFileWords } from '../../text/kept-files.ts';
import styles from './Admin.module.css';
import { AdminList } from './AdminList.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';

type KeptFile = Good<typeof keptFilesList>['body']['items'][number];

const admins = roles(['admin']);

/** Terms to choose from; another one set by the API is shown beside them. */
const terms_months = [6, 12, 24, 36, 60, 120, 360];

/** Raw files of the tenant: until when each is locked, and what went when it was due. */
export function KeptFilesPart() {
  const say = useWords(keptFileWords);
  const list = useRows(keptFilesList, { query: {} });
  const isAdmin = admins(useSession());
  const columns = useMemo(
    (): readonly Column<KeptFile>[] => [
      {
        id: 'file',
        title: say('file'),
        width: 'minmax(160px, 2fr)',
        card: 'title',
        cell: ({ name, sha256 }) => <bdi title={sha256}>{name}</bdi>,
      },
      { id: 'size', title: say('size'), width: '110px', cell: ({ bytes }) => sizeText(bytes) },
      { id: 'at', title: say('came'), width: '150px', cell: ({ at }) => <Moment at={at} /> },
      {
        id: 'until',
        title: say('until'),
        width: '130px',
        cell: ({ keep_until }) => <time>{keep_until}</time>,
      },
      {
        id: 'state',
        title: say('state'),
        width: 'minmax(150px, 1fr)',
        cell: (file) => <State file={file} />,
      },
    ],
    [say],
  );
  return (
    <>
      <PartHead lead={say('lead')} />
      <Term isAdmin={isAdmin} />
      <AdminList
        label={say('list')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ sha256 }) => sha256}
        none={say('none')}
      />
    </>
  );
}

function State({ file: { removed_at, matter_id } }: { readonly file: KeptFile }) {
  const say = useWords(keptFileWords);
  if (removed_at !== null)
    return <Tag tone="plain">{say('gone', { day: removed_at.slice(0, 10) })}</Tag>;
  if (matter_id !== null) return <Link to={`/matters/${matter_id}`}>{say('with_matter')}</Link>;
  return <Tag tone="ok">{say('locked')}</Tag>;
}

/** The administrator chooses it; it holds for what comes from now on. */
function Term({ isAdmin }: { readonly isAdmin: boolean }) {
  const say = useWords(keptFileWords);
  const { data, error } = useAsked(keptTermRead, {});
  const set = useAsk(keptTermSet, { changes: ['kept_term.read'] });
  const months = data?.months;
  const text = (count: number): string =>
    count % 12 === 0 ? say('years', { count: count / 12 }) : say('months', { count });
  const choices = [...new Set([...terms_months, months ?? 36])].toSorted((a, b) => a - b);
  return (
    <>
      <Field label={say('term')}>
        {(id) => (
          <Select
            id={id}
            className={styles['term'] ?? ''}
            disabled={!isAdmin}
            loading={set.isPending}
            value={months ?? null}
            options={choices.map((value) => ({ value, label: text(value) }))}
            onChange={(next: number | null) => {
              if (next !== null) set.mutate({ body: { months: next } });
            }}
          />
        )}
      </Field>
      <ProblemLine error={error ?? set.error} />
    </>
  );
}
