import { standardsDeadlines } from '../../../../src/server/contract/standards.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';

/** By when what has to be done, clause by clause, and the calendar it is counted by. */
export function Deadlines({ standard }: { readonly standard: string }) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const given = { params: { standard }, headers: {} };
  const { data, error, refetch } = useAsked(standardsDeadlines, given);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  if (data.deadlines.length === 0) return <Empty title={say('no_deadlines')} />;
  return (
    <>
      <PlainTable
        label={say('part_deadlines')}
        heads={[say('deadline'), say('term'), say('in_force'), say('cite')]}
        rows={data.deadlines.flatMap((deadline) =>
          deadline.clauses.map(({ from, to, term, cite }) => ({
            key: `${deadline.id} ${from}`,
            cells: [
              local(deadline.title),
              say(`term_${term.unit}`, { count: term.value }),
              to === null ? say('since', { from }) : say('until', { from, to }),
              <CiteList key="cite" cites={[cite]} />,
            ],
          })),
        )}
      />
      <p className="soft">
        {say('calendar', { years: data.calendar.map(({ year }) => year).join(' · ') })}
      </p>
    </>
  );
}
