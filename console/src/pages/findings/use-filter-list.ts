import { findingsFacets } from '../../../../src/server/contract/findings.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import type { Filter } from '../../parts/FilterBar.tsx';
import { findingsWords } from '../../text/findings.ts';
import { tagWords } from '../../text/tags.ts';
import type { FilterName, FindingFilters } from './finding-filters.ts';
import { kindText } from './subject-text.ts';
import { useInspectionNames } from './use-inspection-names.ts';

interface Counted {
  readonly value: string;
  readonly count: number;
}

const top = 200;

/** The filters with what can be chosen and how often: counted over the inspection or platform. */
export function useFilterList({ inspection_id, platform_id }: FindingFilters) {
  const say = useWords(findingsWords);
  const tag = useWords(tagWords);
  const language = useLanguage();
  const names = useInspectionNames();
  const all = useAsked(findingsFacets, { query: { top } }, { keep: true }).data;
  const within = { ...(inspection_id && { inspection_id }), ...(platform_id && { platform_id }) };
  const counts = useAsked(findingsFacets, { query: { top, ...within } }, { keep: true }).data;
  const chosen = (values: readonly Counted[] | undefined, label: (value: string) => string) =>
    (values ?? []).map(({ value, count }) => ({
      value,
      label: say('counted', { label: label(value), count }),
    }));
  const titles = new Map(counts?.provision.values.map((one) => [one.value, one.title]));
  const filters: readonly Filter<FilterName>[] = [
    {
      name: 'inspection_id',
      title: say('inspection'),
      options: chosen(all?.inspection.values, (id) => names.inspections.get(id) ?? id),
    },
    {
      name: 'platform_id',
      title: say('platform'),
      options: [...names.platforms].map(([value, label]) => ({ value, label })),
    },
    {
      name: 'verdict',
      title: say('verdict'),
      options: chosen(counts?.verdict.values, (value) =>
        value === 'breach' || value === 'indication' || value === 'reached' ? tag(value) : value,
      ),
    },
    {
      name: 'stage',
      title: say('stage'),
      options: (['pre', 'in', 'after', 'line'] as const).map((value) => ({
        value,
        label: tag(value),
      })),
    },
    {
      name: 'severity',
      title: say('severity'),
      options: (['high', 'medium', 'low'] as const).map((value) => ({ value, label: tag(value) })),
    },
    {
      name: 'provision',
      title: say('provision'),
      options: chosen(counts?.provision.values, (id) => titles.get(id)?.[language] ?? id),
    },
    {
      name: 'subject_table',
      title: say('subject_table'),
      options: chosen(counts?.subject_table.values, (one) =>
        kindText(one, language, say('data_set')),
      ),
    },
    { name: 'subject_id', title: say('subject_id') },
    { name: 'operator_id', title: say('operator') },
    { name: 'scheme_id', title: say('scheme') },
  ];
  return { filters, titles };
}
