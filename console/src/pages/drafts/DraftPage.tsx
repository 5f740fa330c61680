import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { draftsRead } from '../../../../src/server/contract/drafts.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { draftsWords } from '../../text/drafts.ts';
import { packIdOf } from './draft-files.ts';
import type { DraftBody } from './draft-body.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { DraftRun } from './DraftRun.tsx';
import { DraftTest } from './DraftTest.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { Revisions } from './Revisions.tsx';

/** A draft being written: its files, what is wrong, its cases, a run on data. */
export default function DraftPage() {
  const { id = '' } = useParams();
  const given = { params: { draft_id: id }, query: {} };
  const { data, error, refetch } = useAsked(draftsRead, given);
  // What is being written stays where a later reading fails.
  if (data !== undefined) return <Shown key={data.draft.id} body={data} />;
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  return <Loading lines={16} />;
}

function Shown({ body: { draft, revision: read } }: { readonly body: DraftBody }) {
  const say = useWords(draftsWords);
  const { roles } = useSession();
  // What is written was made of this one: a later one, read meanwhile, is not written over.
  const [revision, setRevision] = useState(read);
  const [files, setFiles] = useState(read.files);
  const isChanged = JSON.stringify(files) !== JSON.stringify(revision.files);
  return (
    <>
      <PageHead
        title={<bdi>{draft.title}</bdi>}
        lead={say('draft_lead', { pack: packIdOf(files), revision: revision.number })}
        action={
          <>
            <Link to={`/proposals?draft=${draft.id}`}>{say('propose')}</Link>
            {' · '}
            <Link to="/drafts">{say('back')}</Link>
          </>
        }
      />
      <DraftEditor
        draft_id={draft.id}
        revision={revision.number}
        files={files}
        setFiles={setFiles}
        isChanged={isChanged}
        saved={setRevision}
        mayWrite={roles.includes('handler')}
      />
      <LeaveGuard when={isChanged} />
      <DraftTest key={`test ${revision.number}`} draft_id={draft.id} isChanged={isChanged} />
      <DraftRun key={`run ${revision.number}`} draft_id={draft.id} isChanged={isChanged} />
      <Revisions draft_id={draft.id} revision={revision.number} files={files} />
    </>
  );
}
