import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { ProblemError } from '../api/problem-error.ts';
import { AntLook } from './AntLook.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { consoleRouter } from './router.tsx';

const tries_max = 2;

/** What the server refused is refused again; only what did not arrive is worth another try. */
function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => !(error instanceof ProblemError) && failures < tries_max,
      },
    },
  });
}

export function App() {
  const [queries] = useState(newQueries);
  const [router] = useState(consoleRouter);
  return (
    <AntLook>
      <ErrorBoundary>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ErrorBoundary>
    </AntLook>
  );
}
