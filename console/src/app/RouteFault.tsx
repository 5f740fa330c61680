import { useRouteError } from 'react-router';
import { Failed } from '../parts/Failed.tsx';

/** What the router itself could not do. */
export function RouteFault() {
  return <Failed error={useRouteError()} retry={() => location.reload()} />;
}
