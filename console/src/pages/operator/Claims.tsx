import { Link } from 'react-router';
import { affiliationsList } from '../../../../src/server/contract/affiliations.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { keepers } from '../../app/who.ts';
import { Empty } from '../../parts/Empty.tsx';
import { operatorWords } from '../../text/operator.ts';

/** Where no account of a platform is known to be this operator's: how to claim one. */
export function Claims({ isNone }: { readonly isNone: boolean }) {
  const say = useWords(operatorWords);
  const session = useSession();
  const query = { kind: 'claim', status: 'proposed' } as const;
  const { data } = useAsked(affiliationsList, { query });
  return (
    <>
      {isNone && (
        <Empty title={say('claim_none')} more={say('claim_none_more')}>
          {keepers(session) && <Link to="/admin/affiliations">{say('claim_do')}</Link>}
        </Empty>
      )}
      {data?.items.map(({ id, account }) => (
        <p key={id}>
          <bdi>{say('claim_waits', { account: account ?? '' })}</bdi>
        </p>
      ))}
    </>
  );
}
