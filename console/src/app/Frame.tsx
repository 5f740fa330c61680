import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { SessionContext, useSessionQuery, useSetSession } from '../api/session.ts';
import { signedOut } from '../api/signed-out.ts';
import { Failed } from '../parts/Failed.tsx';
import { PrismMark } from '../parts/PrismMark.tsx';
import { shellWords } from '../text/shell.ts';
import { BottomBar } from './BottomBar.tsx';
import { ConfirmIdentity } from './ConfirmIdentity.tsx';
import styles from './Frame.module.css';
import { useWords } from './language.ts';
import { useIsWide } from './look.ts';
import { Shortcuts } from './Shortcuts.tsx';
import { SideNav } from './SideNav.tsx';
import { TopBar } from './TopBar.tsx';
import { useNeedsFactor } from './use-needs-factor.ts';

/** The gate and the frame: pages inside have a session, others are asked to sign in first. */
export function Frame() {
  const { data: session, error, refetch } = useSessionQuery();
  const setSession = useSetSession();
  const { pathname, search } = useLocation();
  const isWide = useIsWide();
  const say = useWords(shellWords);
  const needsFactor = useNeedsFactor(session);
  useEffect(() => signedOut.subscribe(() => setSession(null)));
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (session === undefined) return <Opening />;
  const to = encodeURIComponent(pathname + search);
  if (session === null) {
    return <Navigate to={`/sign-in${pathname === '/' ? '' : `?to=${to}`}`} replace />;
  }
  if (needsFactor === undefined) return <Opening />;
  if (needsFactor && pathname !== '/account') return <Navigate to={`/account?to=${to}`} replace />;
  return (
    <SessionContext value={session}>
      <a className={styles['skip']} href="#main">
        {say('skip')}
      </a>
      <div className={styles['frame']}>
        {isWide && <SideNav />}
        <div className={styles['column']}>
          <TopBar />
          <main id="main" tabIndex={-1} className={styles['main']}>
            <Outlet />
          </main>
        </div>
        {!isWide && <BottomBar />}
      </div>
      <ConfirmIdentity />
      <Shortcuts />
    </SessionContext>
  );
}

/** While it is asked who is signed in: the mark, where the page will be. */
function Opening() {
  return (
    <div className={styles['opening']}>
      <PrismMark size={40} />
    </div>
  );
}
