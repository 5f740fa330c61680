import { useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { draftsWords } from '../../text/drafts.ts';

export interface Failure {
  readonly case: string;
  readonly about: 'breach' | 'cannot_tell' | 'needs' | 'evidence' | 'ok' | 'runners';
  readonly subject: string | null;
  readonly expected: unknown;
  readonly got: unknown;
}

interface Props {
  readonly provision: string;
  readonly failures: readonly Failure[];
}

/** Cases that came out otherwise: of what, what was expected, and what came. */
export function Failures({ provision, failures }: Props) {
  const say = useWords(draftsWords);
  return (
    <>
      <h3>
        <bdi className="id">{provision}</bdi>
      </h3>
      <PlainTable
        label={say('failures_of', { provision })}
        heads={[say('case'), say('about'), say('expected'), say('got')]}
        rows={failures.map((one, i) => ({
          key: String(i),
          cells: [
            <bdi key="case">{one.case}</bdi>,
            <span key="about">
              {say(`about_${one.about}`)} <bdi>{one.subject ?? ''}</bdi>
            </span>,
            <Told key="expected" value={one.expected} />,
            <Told key="got" value={one.got} />,
          ],
        }))}
      />
    </>
  );
}

/** Subjects or needs as a list, a verdict in its word, evidence as JSON has it. */
function Told({ value }: { readonly value: unknown }) {
  const say = useWords(draftsWords);
  if (value === 'breach' || value === 'cannot_tell' || value === 'no_breach') {
    return say(`got_${value}`);
  }
  if (Array.isArray(value) && value.length === 0)
    return <span className="soft">{say('none_of_it')}</span>;
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return <code>{isList ? value.join(', ') : text}</code>;
}
