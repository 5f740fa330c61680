import { Link } from 'react-router';
import { Empty } from '../parts/Empty.tsx';
import { shellWords } from '../text/shell.ts';
import { useWords } from './language.ts';

export function NotFoundPage() {
  const say = useWords(shellWords);
  return (
    <Empty title={say('not_found')} more={say('not_found_more')}>
      <Link to="/">{say('to_overview')}</Link>
    </Empty>
  );
}

/** The page is there, but not for the roles of this session. */
export function NotForYou() {
  const say = useWords(shellWords);
  return (
    <Empty title={say('not_for_you')} more={say('not_for_you_more')}>
      <Link to="/">{say('to_overview')}</Link>
    </Empty>
  );
}
