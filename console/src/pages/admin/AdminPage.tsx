import { Navigate, useParams } from 'react-router';
import { useSession } from '../../api/session.ts';
import { NotForYou } from '../../app/NotFoundPage.tsx';
import { useWords } from '../../app/language.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageTabs } from '../../parts/PageTabs.tsx';
import { adminWords } from '../../text/admin.ts';
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
      <PageTabs
        label={say('parts')}
        tabs={parts.map(({ name }) => ({
          to: `/admin/${name}`,
          title: say(name),
          isChosen: name === chosen,
        }))}
      />
      <part.Part key={part.name} />
    </>
  );
}
