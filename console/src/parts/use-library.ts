import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Localised } from '../../../src/model/localised.ts';
import { standardsRead } from '../../../src/server/contract/standards.ts';
import { call } from '../api/call.ts';
import type { Good } from '../api/call.ts';
import { useLocalised } from '../app/language.ts';

type Standard = Extract<Good<typeof standardsRead>, { readonly status: 200 }>['body'];
export type ProvisionHead = Standard['provisions'][number];

export interface Library {
  readonly provision: (id: string) => ProvisionHead | null;
  /** Its name; its id where that is not known. */
  readonly title: (id: string) => string;
  /** What a term list is called; its id where that is not known. */
  readonly list: (id: string) => Localised;
}

const long_ms = 3_600_000;

/** Names and articles of the provisions and term lists of packs. */
export function useLibrary(packs: readonly { readonly id: string }[]): Library {
  const local = useLocalised();
  const standards = useQueries({
    queries: packs.map(({ id }) => {
      const given = { params: { standard: id }, headers: {} };
      return {
        queryKey: [standardsRead.id, given],
        queryFn: async () => {
          const answer = await call(standardsRead, given);
          return answer.status === 200 ? answer.body : null;
        },
        staleTime: long_ms,
      };
    }),
    combine: (all) => all.flatMap(({ data }) => (data ? [data] : [])),
  });
  return useMemo(() => {
    // Later versions stand behind earlier ones.
    const heads = standards.flatMap(({ provisions }) => provisions);
    const provisions = new Map(heads.map((one) => [one.id, one]));
    const terms = standards.flatMap((one) => one.terms);
    const lists = new Map(terms.map(({ id, title }) => [id, title]));
    return {
      provision: (id) => provisions.get(id) ?? null,
      title: (id) => {
        const head = provisions.get(id);
        return head === undefined ? id : local(head.title);
      },
      list: (id) => lists.get(id) ?? { zh: id, en: id },
    };
  }, [standards, local]);
}
