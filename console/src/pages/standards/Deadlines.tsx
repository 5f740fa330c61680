import { standardsDeadlines } from '../../../../src/server/contract/standards.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import { needText } from '../orders/column-text.ts';
import styles from './Standards.module.css';
import { useCodeWords } from './use-code-words.ts';
import { useDaysText } from './use-days-text.ts';
import { useReadText } from './use-read-text.ts';

type Deadline = Extract<
  Good<typeof standardsDeadlines>,
  { readonly status: 200 }
>['body']['deadlines'][number];

/** By when what has to be done, clause by clause, and the calendar it is counted by. */
export function Deadlines({ standard }: { readonly standard: string }) {
  const say = useWords(standardsWords);
  const daysText = useDaysText();
  const readText = useReadText();
  const given = { params: { standard }, headers: {} };
  const { data, error, refetch } = useAsked(standardsDeadlines, given);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  if (data.deadlines.length === 0) return <Empty title={say('no_deadlines')} />;
  return (
    <>
      <PlainTable
        label={say('part_deadlines')}
        heads={[say('deadline'), say('event'), say('term'), say('in_force'), say('cite')]}
        rows={data.deadlines.flatMap((deadline) =>
          deadline.clauses.map((clause) => ({
            key: `${deadline.id} ${clause.from} ${clause.cite.article}`,
            cells: [
              <What key="what" deadline={deadline} />,
              <Event key="event" deadline={deadline} />,
              <Term key="term" clause={clause} />,
              <span key="days" className={styles['short']}>
                {daysText(clause)}
              </span>,
              <div key="cite" className={styles['cell']}>
                <CiteList cites={[clause.cite]} note={readText} />
              </div>,
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

interface Props {
  readonly deadline: Deadline;
}

function What({ deadline: { title, duty_bearer, kind } }: Props) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const { bearersText } = useCodeWords();
  return (
    <div className={styles['cell']}>
      <p>{local(title)}</p>
      <p className="soft">
        {say(`kind_${kind}`)} · {bearersText(duty_bearer)}
      </p>
    </div>
  );
}

/** What the term runs from, and what is due: as columns of the tables, where those hold them. */
function Event({ deadline: { event, act } }: Props) {
  const say = useWords(standardsWords);
  const language = useLanguage();
  return (
    <div className={styles['cell']}>
      <p>{event === null ? say('event_none') : needText(event, language)}</p>
      {act !== null && <p className="soft">{say('act', { act: needText(act, language) })}</p>}
    </div>
  );
}

function Term({ clause }: { readonly clause: Deadline['clauses'][number] }) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const { term, last_day, excluded, extension } = clause;
  const length = ({ unit, value }: typeof term): string => say(`term_${unit}`, { count: value });
  return (
    <div className={styles['cell']}>
      <p>{length(term)}</p>
      <p className="soft">{say(`last_day_${last_day}`)}</p>
      {excluded !== null && <p className="soft">{say('excluded', { what: local(excluded) })}</p>}
      {extension !== null && (
        <p className="soft">
          {say('extension', {
            term: length(extension.term),
            condition: local(extension.condition),
          })}
        </p>
      )}
    </div>
  );
}
