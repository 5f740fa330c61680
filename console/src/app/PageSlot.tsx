import { Suspense, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { SessionContext } from '../api/session.ts';
import { Loading } from '../parts/Loading.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotForYou } from './NotFoundPage.tsx';
import { useLocalised } from './language.ts';
import { isFor } from './pages.ts';
import type { Page } from './pages.ts';

/** Where a page's own chunk comes in: its title, its wait, its failures. */
export function PageSlot({
  page,
  children,
}: {
  readonly page: Page;
  readonly children: ReactNode;
}) {
  const local = useLocalised();
  const session = useContext(SessionContext);
  const { pathname } = useLocation();
  const title = local(page.title);
  useEffect(() => {
    document.title = `${title} · Polyprism`;
  }, [title]);
  useEffect(() => {
    scrollTo(0, 0);
  }, [pathname]);
  if (session !== null && !isFor(page, session)) return <NotForYou />;
  return (
    <ErrorBoundary key={page.path}>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </ErrorBoundary>
  );
}
