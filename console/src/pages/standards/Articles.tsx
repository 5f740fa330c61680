import { useMemo } from 'react';
import { articleText } from '../../../../src/model/article-text.ts';
import type { standardsRead } from '../../../../src/server/contract/standards.ts';
import type { Good } from '../../api/call.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { FilterBar } from '../../parts/FilterBar.tsx';
import { FilteredList } from '../../parts/FilteredList.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import type { Filters } from '../../parts/use-filters.ts';
import { standardsWords } from '../../text/standards.ts';
import { tagWords } from '../../text/tags.ts';
import { coverageStatuses } from '../../../../src/model/coverage.ts';
import { ProvisionLinks } from './ProvisionLinks.tsx';

type Article = Extract<
  Good<typeof standardsRead>,
  { readonly status: 200 }
>['body']['articles'][number];

interface Props {
  readonly standard: string;
  readonly articles: readonly Article[];
  readonly state: Filters<'status' | 'stage' | 'law'>;
}

const stages = ['pre', 'in', 'after'] as const;

/** Every article of a pack: what tests it, how far, and why no further. */
export function Articles({ standard, articles, state }: Props) {
  const say = useWords(standardsWords);
  const tag = useWords(tagWords);
  const local = useLocalised();
  const { status, stage, law } = state.values;
  const laws = useMemo(() => [...new Set(articles.map((one) => one.law.zh))], [articles]);
  const shown = articles.filter(
    (one) =>
      (status === undefined || one.status === status) &&
      (stage === undefined || one.stage === stage) &&
      (law === undefined || one.law.zh === law),
  );
  const filters = [
    {
      name: 'law' as const,
      title: say('law'),
      options: laws.map((zh) => {
        const found = articles.find((one) => one.law.zh === zh);
        return { value: zh, label: found === undefined ? zh : local(found.law) };
      }),
    },
    {
      name: 'status' as const,
      title: say('status'),
      options: coverageStatuses.map((value) => ({ value, label: say(`status_${value}`) })),
    },
    {
      name: 'stage' as const,
      title: say('stage'),
      options: stages.map((value) => ({ value, label: tag(value) })),
    },
  ];
  return (
    <FilteredList filters={<FilterBar filters={filters} state={state} />}>
      {shown.length === 0 ? (
        <Empty title={say('none')} more={say('none_more')} />
      ) : (
        <PlainTable
          label={say('part_articles')}
          heads={[
            say('article'),
            say('duty'),
            say('stage'),
            say('status'),
            say('tested_by'),
            say('reason'),
          ]}
          rows={shown.map((one) => ({
            key: `${one.law.zh} ${one.article} ${one.title.zh}`,
            cells: [
              <bdi key="law">{`${local(one.law)} ${local(articleText(one.article))}`}</bdi>,
              local(one.title),
              <StageTag key="stage" stage={one.stage} />,
              say(`status_${one.status}`),
              <ProvisionLinks key="by" standard={standard} ids={one.provisions} />,
              one.reason === null ? '' : local(one.reason),
            ],
          }))}
        />
      )}
    </FilteredList>
  );
}
