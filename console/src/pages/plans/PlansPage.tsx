import { Button } from 'antd';
import { Link } from 'react-router';
import { plansDelete, plansKnown, plansList } from '../../../../src/server/contract/plans.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked, useRows } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';

/** Plans to begin with: one's own, those of decided cases, or an empty sheet. */
export default function PlansPage() {
  const say = useWords(planWords);
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say('lead')}
        action={<Link to="/plans/lab">{say('begin')}</Link>}
      />
      <section className={styles['part']}>
        <h2>{say('saved')}</h2>
        <SavedPlans />
      </section>
      <section className={styles['part']}>
        <h2>{say('known')}</h2>
        <p className="soft">{say('known_lead')}</p>
        <KnownPlans />
      </section>
    </>
  );
}

function SavedPlans() {
  const say = useWords(planWords);
  const { rows, query, more } = useRows(plansList, { query: {} });
  const remove = useAsk(plansDelete, { changes: ['plans.'] });
  const { error } = query;
  if (error !== null) return <Failed error={error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={3} />;
  if (rows.length === 0) return <Empty title={say('saved_none')} more={say('saved_none_more')} />;
  return (
    <>
      <ProblemLine error={remove.error} />
      <PlainTable
        label={say('saved')}
        heads={[say('name'), say('saved_at'), say('link'), say('actions')]}
        rows={rows.map(({ id, title, created_at, shared }) => ({
          key: id,
          cells: [
            <Link key="to" to={`/plans/lab?saved=${id}`}>
              <bdi>{title}</bdi>
            </Link>,
            <Moment key="at" at={created_at} />,
            shared ? say('link_there') : say('link_none'),
            <Button
              key="remove"
              size="small"
              loading={remove.isPending && remove.variables.params.plan_id === id}
              onClick={() => remove.mutate({ params: { plan_id: id } })}
            >
              {say('remove')} <span className="sr">{title}</span>
            </Button>,
          ],
        }))}
      />
      {query.hasNextPage && <Button onClick={more}>{say('more')}</Button>}
    </>
  );
}

function KnownPlans() {
  const say = useWords(planWords);
  const local = useLocalised();
  const { data, error, refetch } = useAsked(plansKnown, {});
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={11} />;
  return (
    <PlainTable
      label={say('known')}
      heads={[say('plan'), say('outcome')]}
      rows={data.items.map(({ id, title, outcome, sources }) => ({
        key: id,
        cells: [
          <Link key="to" to={`/plans/lab?known=${id}`}>
            <bdi>{local(title)}</bdi>
          </Link>,
          <div key="outcome">
            <bdi>{local(outcome)}</bdi>
            {sources.map(({ what }) => (
              <p key={what} className="soft">
                <bdi>{what}</bdi>
              </p>
            ))}
          </div>,
        ],
      }))}
    />
  );
}
