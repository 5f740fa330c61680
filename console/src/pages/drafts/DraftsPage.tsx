import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { draftsCreate, draftsList } from '../../../../src/server/contract/drafts.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRows } from '../../api/use-asked.ts';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { Section } from '../../parts/Section.tsx';
import { draftsWords } from '../../text/drafts.ts';

/** Drafts of one's office, and how to begin one. */
export default function DraftsPage() {
  const say = useWords(draftsWords);
  const { roles } = useSession();
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <Section title={say('drafts')}>
        <DraftList />
      </Section>
      {roles.includes('handler') && (
        <Section title={say('new')} lead={say('none_more')}>
          <NewDraft />
        </Section>
      )}
    </>
  );
}

function DraftList() {
  const say = useWords(draftsWords);
  const { rows, query, more } = useRows(draftsList, { query: {} });
  if (query.error !== null)
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={5} />;
  if (rows.length === 0) return <Empty title={say('none')} more={say('none_more')} />;
  return (
    <>
      <PlainTable
        label={say('drafts')}
        heads={[say('name'), say('revision'), say('changed')]}
        numeric={[1]}
        rows={rows.map((one) => ({
          key: one.id,
          cells: [
            <Link key="to" to={`/drafts/${one.id}`}>
              <bdi>{one.title}</bdi>
            </Link>,
            one.revision,
            <Moment key="at" at={one.changed_at} />,
          ],
        }))}
      />
      {query.hasNextPage && <Button onClick={more}>{say('more_drafts')}</Button>}
    </>
  );
}

const name_chars_max = 200;

function NewDraft() {
  const say = useWords(draftsWords);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [pack_id, setPackId] = useState('');
  const begin = useAsk(draftsCreate, {
    changes: ['drafts.'],
    done: ({ draft_id }) => void navigate(`/drafts/${draft_id}`),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    begin.mutate({ body: { title: title.trim(), pack_id: pack_id.trim() } });
  };
  const isReady = title.trim() !== '' && /^[a-z][a-z0-9-]{0,63}$/.test(pack_id.trim());
  return (
    <form className="fields" onSubmit={submit}>
      <Field label={say('name')}>
        {(id) => (
          <Input
            id={id}
            value={title}
            maxLength={name_chars_max}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('pack_id')} hint={say('pack_id_hint')}>
        {(id) => (
          <Input
            id={id}
            value={pack_id}
            maxLength={64}
            autoCapitalize="off"
            onChange={(event) => setPackId(event.target.value)}
          />
        )}
      </Field>
      <ProblemLine error={begin.error} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={begin.isPending} disabled={!isReady}>
          {say('begin')}
        </Button>
      </div>
    </form>
  );
}
