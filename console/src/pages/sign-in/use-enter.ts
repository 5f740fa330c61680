import { useNavigate, useSearchParams } from 'react-router';
import { returnAddress } from '../../api/return-address.ts';
import type { Session } from '../../api/session.ts';
import { useSetSession } from '../../api/session.ts';
import { language } from '../../app/language.ts';

/** After signing in: on to where one wanted to be, in the language of the user. */
export function useEnter(): (session: Session) => void {
  const setSession = useSetSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (session) => {
    if (localStorage.getItem('polyprism.language') === null) language.set(session.language);
    setSession(session);
    void navigate(returnAddress(search.get('to')), { replace: true });
  };
}
