import { Link } from 'react-router';
import { publicProposals } from '../../../../src/server/contract/editions.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Localised } from '../../parts/Localised.tsx';
import { publicStandardWords } from '../../text/public-standards.ts';
import { PublicSheet } from '../public/PublicSheet.tsx';
import { ProposalStatusTag } from './ProposalStatusTag.tsx';
import type { PublicProposal } from './proposal-types.ts';
import styles from './PublicStandard.module.css';

/** Standards that are or were out for comment, and those published, for everybody. */
export default function PublicStandardsPage() {
  const say = useWords(publicStandardWords);
  const { rows, query } = useRows(publicProposals, { query: {} });
  return (
    <PublicSheet title={say('title')} lead={say('lead')}>
      {query.error !== null ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={4} line_px={72} />
      ) : rows.length === 0 ? (
        <Empty title={say('none')} />
      ) : (
        <ul className={styles['list']}>
          {rows.map((one) => (
            <li key={one.id}>
              <OneStandard one={one} />
            </li>
          ))}
        </ul>
      )}
    </PublicSheet>
  );
}

function OneStandard({ one }: { readonly one: PublicProposal }) {
  const say = useWords(publicStandardWords);
  const { id, text, publisher, status, comment, opinions } = one;
  return (
    <>
      <h2>
        <Link to={`/public/standards/${id}`}>
          <Localised text={text.title} />
        </Link>
      </h2>
      <p className={styles['facts']}>
        <ProposalStatusTag status={status} />
        <bdi>{publisher.name}</bdi>
        <code>{`${text.standard} ${text.version}`}</code>
        {status === 'out_for_comment' && comment !== null && (
          <span>{say('opinion_until', { day: comment.until })}</span>
        )}
        <span>{say('opinion_counted', { count: opinions.all })}</span>
      </p>
    </>
  );
}
