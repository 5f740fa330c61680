import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useLocalised, useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { overviewWords } from '../../text/overview.ts';
import type { Inspection } from './Prism.tsx';
import styles from './ProvisionList.module.css';
import { shownVerdict } from './shown-verdict.ts';

type Provision = Inspection['provisions'][number];

/** The cells as a table: every provision with its verdict, to be sorted and opened. */
export function ProvisionList({ inspection }: { readonly inspection: Inspection }) {
  const say = useWords(overviewWords);
  const local = useLocalised();
  const navigate = useNavigate();
  const { inspection_id, provisions } = inspection;
  const columns = useMemo(
    (): readonly Column<Provision>[] => [
      {
        id: 'provision',
        title: say('provision'),
        width: 'minmax(260px, 4fr)',
        card: 'title',
        cell: ({ title }) => <bdi title={local(title)}>{local(title)}</bdi>,
      },
      {
        id: 'stage',
        title: say('stage'),
        width: '110px',
        cell: ({ stage }) => stage && <StageTag stage={stage} />,
      },
      {
        id: 'verdict',
        title: say('verdict'),
        width: '130px',
        cell: (one) => <VerdictTag verdict={shownVerdict(one)} />,
      },
      {
        id: 'findings',
        title: say('findings'),
        width: '110px',
        numeric: true,
        cell: foundIn,
        compare: (a, b) => foundIn(a) - foundIn(b),
      },
      {
        id: 'undecided',
        title: say('undecided'),
        width: '130px',
        numeric: true,
        cell: ({ undecided }) => undecided,
        compare: (a, b) => (a.undecided ?? 0) - (b.undecided ?? 0),
      },
    ],
    [say, local],
  );
  return (
    <details className={styles['more']}>
      <summary>
        {say('provisions')} ({provisions.length}) · {say('legend')}
      </summary>
      <DataTable
        label={say('provisions')}
        rows={provisions}
        columns={columns}
        keyOf={({ provision }) => provision}
        height="420px"
        open={({ provision }) =>
          void navigate(
            `/findings?inspection_id=${inspection_id}&provision=${encodeURIComponent(provision)}`,
          )
        }
      />
    </details>
  );
}

function foundIn({ breaches, indications, reached }: Provision): number {
  return breaches + indications + reached;
}
