import type { Finding, ProvisionVerdict } from '../../../../src/model/provision.ts';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { draftsWords } from '../../text/drafts.ts';
import type { Language } from '../../text/words.ts';
import { kindText } from '../findings/subject-text.ts';
import { needText } from '../orders/column-text.ts';

/** What a draft finds in inspected data (`drafts.run`). */
export interface Ran {
  /** null where the draft is not sound: nothing was run then. */
  readonly pack?: unknown;
  readonly as_of?: string;
  readonly findings?: number;
  readonly verdicts?: readonly ProvisionVerdict[];
  readonly first?: readonly Finding[];
}

/** By which day it was judged, what of each provision could and could not be told, and findings. */
export function RanOnData({ ran }: { readonly ran: Ran }) {
  const say = useWords(draftsWords);
  const { as_of = '', findings = 0, verdicts = [], first = [] } = ran;
  return (
    <>
      <p role="status">{say('found', { count: findings, day: as_of })}</p>
      {verdicts.length === 0 ? (
        <p>{say('none_in_force', { day: as_of })}</p>
      ) : (
        <Verdicts verdicts={verdicts} />
      )}
      {first.length > 0 && <Found findings={first} />}
      {findings > first.length && (
        <p className="soft">{say('found_first', { count: first.length })}</p>
      )}
    </>
  );
}

function Verdicts({ verdicts }: { readonly verdicts: readonly ProvisionVerdict[] }) {
  const say = useWords(draftsWords);
  const language = useLanguage();
  return (
    <PlainTable
      label={say('verdicts')}
      heads={[say('provision'), say('verdict'), say('findings'), say('undecided'), say('needs')]}
      numeric={[2, 3]}
      rows={verdicts.map((one) => ({
        key: one.provision,
        cells: [
          <bdi key="id">{one.provision}</bdi>,
          <VerdictTag key="verdict" verdict={one.verdict} />,
          one.findings,
          one.undecided,
          one.needs
            .map((need) =>
              need === 'review' || need === 'calendar'
                ? say(`needs_${need}`)
                : needOf(need, language, say('needs_rows')),
            )
            .join(' · '),
        ],
      }))}
    />
  );
}

/** A column or table in words; 'order rows' is a table without a row. */
function needOf(need: string, language: Language, rows: string): string {
  const [, table] = /^(\w+) rows$/.exec(need) ?? [];
  const bare = table ?? need;
  const text = bare.includes('.') ? needText(bare, language) : kindText(bare, language, bare);
  return table === undefined ? text : `${text} (${rows})`;
}

function Found({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useWords(draftsWords);
  const local = useLocalised();
  const language = useLanguage();
  return (
    <PlainTable
      label={say('run')}
      heads={[say('finding'), say('act_on'), say('provision'), say('verdict'), say('explanation')]}
      rows={findings.map((one) => ({
        key: one.id,
        cells: [
          <bdi key="subject">
            {`${kindText(one.subject.table, language, one.subject.table)} ${one.subject.id}`}
          </bdi>,
          one.act_on ?? '',
          <bdi key="provision">{one.provision}</bdi>,
          <VerdictTag key="verdict" verdict={one.verdict} />,
          <bdi key="told">{local(one.explanation)}</bdi>,
        ],
      }))}
    />
  );
}
