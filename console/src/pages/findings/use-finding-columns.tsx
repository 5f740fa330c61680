import { useMemo } from 'react';
import type { Localised } from '../../../../src/model/localised.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import type { SeverityLevel } from '../../parts/SeverityTag.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import type { Stage } from '../../parts/StageTag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import type { Verdict } from '../../parts/VerdictTag.tsx';
import { findingsWords } from '../../text/findings.ts';
import type { FindingSeen } from './FindingList.tsx';
import { SelectBox } from './SelectBox.tsx';
import { kindText } from './subject-text.ts';

export interface Selection {
  readonly chosen: ReadonlyMap<string, FindingSeen>;
  readonly toggle: (row: FindingSeen) => void;
}

/** Columns of the list; with a box in front where findings may be selected. */
export function useFindingColumns(
  titles: ReadonlyMap<string, Localised | null>,
  selection: Selection | null,
): readonly Column<FindingSeen>[] {
  const own = useOwnColumns(titles);
  const say = useWords(findingsWords);
  const chosen = selection?.chosen;
  const toggle = selection?.toggle;
  return useMemo(() => {
    if (chosen === undefined || toggle === undefined) return own;
    const box: Column<FindingSeen> = {
      id: 'select',
      title: say('select'),
      width: '56px',
      cell: (row) => <SelectBox row={row} isChosen={chosen.has(row.id)} toggle={toggle} />,
    };
    return [box, ...own];
  }, [own, say, chosen, toggle]);
}

/** The server's own words, which the tags take. */
function tagsOf(row: FindingSeen) {
  return {
    verdict: row.verdict as Verdict,
    severity: row.severity as SeverityLevel,
    stage: row.stage as Stage,
  };
}

function useOwnColumns(
  titles: ReadonlyMap<string, Localised | null>,
): readonly Column<FindingSeen>[] {
  const say = useWords(findingsWords);
  const language = useLanguage();
  return useMemo(
    (): readonly Column<FindingSeen>[] => [
      {
        id: 'verdict',
        title: say('verdict'),
        width: '118px',
        cell: (row) => <VerdictTag verdict={tagsOf(row).verdict} />,
      },
      {
        id: 'severity',
        title: say('severity'),
        width: '110px',
        cell: (row) => <SeverityTag severity={tagsOf(row).severity} />,
      },
      {
        id: 'stage',
        title: say('stage'),
        width: '104px',
        cell: (row) => <StageTag stage={tagsOf(row).stage} />,
      },
      {
        id: 'provision',
        title: say('provision'),
        width: 'minmax(170px, 2fr)',
        card: 'title',
        cell: ({ provision }) => {
          const title = titles.get(provision)?.[language] ?? provision;
          return <bdi title={`${title} (${provision})`}>{title}</bdi>;
        },
      },
      {
        id: 'subject',
        title: say('subject'),
        width: '136px',
        cell: ({ subject: { table, id } }) => (
          <bdi title={id}>
            {kindText(table, language, say('data_set'))} {table !== 'data_set' && id}
          </bdi>
        ),
      },
      {
        id: 'act_on',
        title: say('act_on'),
        width: '110px',
        cell: ({ act_on }) => act_on,
      },
      {
        id: 'explanation',
        title: say('explanation'),
        width: 'minmax(180px, 3fr)',
        card: 'none',
        cell: ({ explanation }) => <bdi className="soft">{explanation[language]}</bdi>,
      },
    ],
    [say, language, titles],
  );
}
