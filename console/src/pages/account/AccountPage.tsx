import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { useNeedsFactor } from '../../app/use-needs-factor.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { accountWords } from '../../text/account.ts';
import { FactorNeeded } from './FactorNeeded.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PasswordChange } from './PasswordChange.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { SessionList } from './SessionList.tsx';

/** How one signs in, and where one is signed in. Consumers come by link: they have no password. */
export default function AccountPage() {
  const say = useWords(accountWords);
  const session = useSession();
  const needsFactor = useNeedsFactor(session);
  const hasLogin = session.party !== 'consumer';
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      {needsFactor === true && <FactorNeeded />}
      {hasLogin && <SecondFactor />}
      {hasLogin && <PasswordChange />}
      <SessionList />
      <LanguageChoice />
    </>
  );
}
