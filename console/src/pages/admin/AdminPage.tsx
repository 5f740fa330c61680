import { useEffect, useRef } from 'react';
import { Navigate, NavLink, useParams } from 'react-router';
import { useSession } from '../../api/session.ts';
import { NotForYou } from '../../app/NotFoundPage.tsx';
import { useWords } from '../../app/language.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { adminWords } from '../../text/admin.ts';
import styles from './Admin.module.css';
import { adminParts } from './admin-parts.ts';

/** What an administrator keeps and an auditor looks at, a part an address. */
export default function AdminPage() {
  const say = useWords(adminWords);
  const session = useSession();
  const { part: chosen } = useParams();
  const parts = adminParts.filter(({ who }) => who(session));
  const part = parts.find(({ name }) => name === chosen);
  if (chosen === undefined) return <Navigate to={`/admin/${parts[0]?.name ?? 'users'}`} replace />;
  if (part === undefined) return <NotForYou />;
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <nav className={styles['tabs']} aria-label={say('parts')}>
        <ul>
          {parts.map(({ name }) => (
            <Tab key={name} name={name} isChosen={name === chosen} />
          ))}
        </ul>
      </nav>
      <part.Part key={part.name} />
    </>
  );
}

interface TabProps {
  readonly name: (typeof adminParts)[number]['name'];
  readonly isChosen: boolean;
}

/** On phones the tabs scroll inside their own line: the chosen one is brought into sight. */
function Tab({ name, isChosen }: TabProps) {
  const say = useWords(adminWords);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const line = item.current?.parentElement;
    if (isChosen && item.current && line) line.scrollLeft = item.current.offsetLeft - 16;
  }, [isChosen]);
  return (
    <li ref={item}>
      <NavLink to={`/admin/${name}`}>{say(name)}</NavLink>
    </li>
  );
}
