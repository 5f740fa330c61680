import { Component } from 'react';
import type { ReactNode } from 'react';
import { Failed } from '../parts/Failed.tsx';

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** Shows what went wrong in place of what failed. React wants a class here. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    const { error, failed } = this.state;
    return failed ? <Failed error={error} retry={() => location.reload()} /> : this.props.children;
  }
}
