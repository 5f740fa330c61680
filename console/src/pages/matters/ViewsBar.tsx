import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { viewsDelete, viewsList } from '../../../../src/server/contract/matters-views.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { matterWords } from '../../text/matters.ts';
import { SaveView } from './SaveView.tsx';
import type { MatterFilterState } from './use-matter-filters.ts';
import styles from './ViewsBar.module.css';

/** Saved views, as links; what is narrowed now can be saved as another. */
export function ViewsBar({ state }: { readonly state: MatterFilterState }) {
  const say = useWords(matterWords);
  const { data } = useAsked(viewsList, {});
  const remove = useAsk(viewsDelete, { changes: ['views.'] });
  const [saving, setSaving] = useState(false);
  const views = data?.items ?? [];
  if (views.length === 0 && !state.narrowed) return null;
  return (
    <nav className={styles['views']} aria-label={say('views')}>
      <span className="soft">{say('views')}</span>
      {views.map(({ id, name, shared, own, query }) => (
        <span key={id} className={styles['view']}>
          <Link to={`/matters?${new URLSearchParams(query).toString()}`}>
            <bdi>{name}</bdi>
          </Link>
          {shared && <span className="soft">{say('view_shared')}</span>}
          {own && (
            <button
              type="button"
              aria-label={say('view_remove', { name })}
              onClick={() => remove.mutate({ params: { view_id: id } })}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {state.narrowed && (
        <Button size="small" onClick={() => setSaving(true)}>
          {say('view_save')}
        </Button>
      )}
      <ProblemLine error={remove.error} />
      {saving && <SaveView query={state.query} close={() => setSaving(false)} />}
    </nav>
  );
}
