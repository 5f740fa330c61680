import type { standardsRead } from '../../../../src/server/contract/standards.ts';
import type { Good } from '../../api/call.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';

type Terms = Extract<Good<typeof standardsRead>, { readonly status: 200 }>['body']['terms'];

/** Lists of words the law minds, each with what it rests on and its exceptions. */
export function TermLists({ terms }: { readonly terms: Terms }) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  if (terms.length === 0) return <Empty title={say('no_terms')} />;
  return (
    <PlainTable
      label={say('terms')}
      heads={[say('terms'), say('role'), say('entries'), say('cite'), say('exceptions')]}
      numeric={[2]}
      rows={terms.map((one) => ({
        key: one.id,
        cells: [
          local(one.title),
          say(`role_${one.role}`),
          one.entries,
          <bdi key="cite">{one.cite}</bdi>,
          one.exceptions.map(({ title }) => local(title)).join(' · '),
        ],
      }))}
    />
  );
}
