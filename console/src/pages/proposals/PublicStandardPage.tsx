import { Link, useParams } from 'react-router';
import { publicOpinions, publicProposalRead } from '../../../../src/server/contract/editions.ts';
import type { Good } from '../../api/call.ts';
import { useAsked, useRows } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { publicStandardWords } from '../../text/public-standards.ts';
import { PublicSheet } from '../public/PublicSheet.tsx';
import { OpinionForm } from './OpinionForm.tsx';
import { OpinionList } from './OpinionList.tsx';
import { ProposalStatusTag } from './ProposalStatusTag.tsx';
import { ProposedText } from './ProposedText.tsx';
import { Publication } from './Publication.tsx';
import { StepList } from './StepList.tsx';
import styles from './PublicStandard.module.css';

type View = Good<typeof publicProposalRead>['body'];

/** One standard for everybody: read the draft, say what one thinks, see what came of it. */
export default function PublicStandardPage() {
  const say = useWords(publicStandardWords);
  const { id: proposal_id = '' } = useParams();
  const { data, error, refetch } = useAsked(publicProposalRead, { params: { proposal_id } });
  if (data !== undefined) return <Whole view={data} />;
  return (
    <PublicSheet title={say('title')}>
      {error === null ? (
        <Loading lines={8} line_px={64} />
      ) : (
        <Failed error={error} retry={() => void refetch()} />
      )}
    </PublicSheet>
  );
}

function Whole({ view }: { readonly view: View }) {
  const say = useWords(publicStandardWords);
  const label = useWords(proposalWords);
  const local = useLocalised();
  const { proposal, files, before, steps } = view;
  const { id, text, publisher, status, comment, opinions, edition_id } = proposal;
  return (
    <PublicSheet
      title={local(text.title)}
      aside={
        <section className={styles['aside']}>
          <h2>{label('steps')}</h2>
          <StepList steps={steps} />
        </section>
      }
    >
      <div className={styles['parts']}>
        <p className={styles['facts']}>
          <ProposalStatusTag status={status} />
          <bdi>{publisher.name}</bdi>
          <code>{`${text.standard} ${text.version}`}</code>
          {status === 'out_for_comment' && comment !== null && (
            <span>{say('opinion_until', { day: comment.until })}</span>
          )}
          <span>{say('opinion_counted', { count: opinions.all })}</span>
          <Link to="/public/standards">{say('back')}</Link>
        </p>
        {edition_id !== null && <Publication edition_id={edition_id} text={text} />}
        <section>
          <h2>{say('read')}</h2>
          <ProposedText files={files} before={before} />
        </section>
        <section>
          <h2>{say('say')}</h2>
          {status === 'out_for_comment' ? (
            <OpinionForm proposal_id={id} files={files.map(({ name }) => name)} />
          ) : (
            <p className="soft">{say('closed')}</p>
          )}
        </section>
        <section>
          <h2>{say('table')}</h2>
          <Table proposal_id={id} />
        </section>
      </div>
    </PublicSheet>
  );
}

function Table({ proposal_id }: { readonly proposal_id: string }) {
  const say = useWords(publicStandardWords);
  const list = useRows(publicOpinions, { params: { proposal_id }, query: {} });
  const { rows, query, more } = list;
  if (query.error !== null)
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={2} line_px={72} />;
  if (rows.length === 0) return <p className="soft">{say('table_none')}</p>;
  return <OpinionList opinions={rows} more={query.hasNextPage ? more : null} />;
}
