import { createBrowserRouter } from 'react-router';
import type { RouteObject } from 'react-router';
import { lazy } from 'react';
import { Frame } from './Frame.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OpenFrame } from './OpenFrame.tsx';
import { PageSlot } from './PageSlot.tsx';
import { RouteFault } from './RouteFault.tsx';
import { pages } from './pages.ts';
import type { Page } from './pages.ts';

/** The pages of pages.ts: those for anyone in an open frame, the others behind the gate. */
export function consoleRouter(): ReturnType<typeof createBrowserRouter> {
  const [open, closed] = [pages.filter(isOpen), pages.filter((page) => !isOpen(page))];
  return createBrowserRouter(
    [
      { element: <OpenFrame />, errorElement: <RouteFault />, children: open.map(routeOf) },
      {
        element: <Frame />,
        errorElement: <RouteFault />,
        children: [...closed.map(routeOf), { path: '*', element: <NotFoundPage /> }],
      },
    ],
    { basename: '/console' },
  );
}

function isOpen(page: Page): boolean {
  return page.who === 'anyone';
}

function routeOf(page: Page): RouteObject {
  const Content = lazy(page.load);
  return {
    path: page.path,
    element: (
      <PageSlot page={page}>
        <Content />
      </PageSlot>
    ),
  };
}
