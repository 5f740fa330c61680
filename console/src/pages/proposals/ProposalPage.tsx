import { Link, useParams } from 'react-router';
import { proposalsRead } from '../../../../src/server/contract/proposals.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSession } from '../../api/session.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { OwnOpinions } from './OwnOpinions.tsx';
import { ProposalActions } from './ProposalActions.tsx';
import { ProposalStatusTag } from './ProposalStatusTag.tsx';
import { ProposedText } from './ProposedText.tsx';
import { Publication } from './Publication.tsx';
import { StepList } from './StepList.tsx';
import type { ProposalView } from './proposal-types.ts';
import styles from './Proposals.module.css';

/** One proposal: how far it is, what can be done now, its opinions, its text, its steps. */
export default function ProposalPage() {
  const { id: proposal_id = '' } = useParams();
  const { data, error, refetch } = useAsked(proposalsRead, { params: { proposal_id } });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} line_px={64} />;
  return <Whole key={data.proposal.id} view={data} />;
}

function Whole({ view }: { readonly view: ProposalView }) {
  const say = useWords(proposalWords);
  const local = useLocalised();
  const { user_id } = useSession();
  const { proposal, authors, files, before, steps } = view;
  const isOwn = proposal.proposers.includes(user_id) || authors.includes(user_id);
  return (
    <>
      <PageHead
        title={<bdi>{local(proposal.text.title)}</bdi>}
        lead={
          <span className={styles['standing']}>
            <ProposalStatusTag status={proposal.status} />
            <code>{`${proposal.text.standard} ${proposal.text.version}`}</code>
            {proposal.comment !== null && (
              <span>
                {say('until')} <Moment at={proposal.comment.until} />
              </span>
            )}
            {proposal.comment !== null && (
              <Link to={`/public/standards/${proposal.id}`}>{say('public_page')}</Link>
            )}
          </span>
        }
      />
      <div className={styles['columns']}>
        <div className={styles['parts']}>
          <ProposalActions view={view} />
          {isOwn && proposal.status === 'in_review' && <p className="soft">{say('own_hint')}</p>}
          {proposal.edition_id !== null && (
            <Publication edition_id={proposal.edition_id} text={proposal.text} />
          )}
          <section>
            <h2>
              {say('opinions')}{' '}
              {proposal.opinions.all > 0 && (
                <small>{say('opinions_counted', proposal.opinions)}</small>
              )}
            </h2>
            <OwnOpinions view={view} />
          </section>
          <section>
            <h2>{say('text')}</h2>
            <ProposedText files={files} before={before} />
          </section>
        </div>
        <section aria-labelledby="proposal-steps">
          <h2 id="proposal-steps">{say('steps')}</h2>
          <StepList steps={steps} />
        </section>
      </div>
    </>
  );
}
