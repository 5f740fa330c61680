import { Input, Select } from 'antd';
import { standardsList } from '../../../../src/server/contract/standards.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';
import type { Judging } from './use-judging.ts';

/** By which packs, and by the law of which day. */
export function JudgingFields({ judging }: { readonly judging: Judging }) {
  const say = useWords(planWords);
  const local = useLocalised();
  const { data } = useAsked(standardsList, { headers: {} });
  const items = data !== undefined && 'items' in data ? data.items : [];
  const titles = new Map(items.map(({ id, title }) => [id, local(title)]));
  const all = [...new Set([...titles.keys(), ...judging.packs])];
  return (
    <div className={styles['tools']}>
      <Field label={say('packs')} hint={say('packs_more')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={[...judging.packs]}
            onChange={judging.choose}
            options={all.map((value) => ({ value, label: titles.get(value) ?? value }))}
          />
        )}
      </Field>
      <Field label={say('as_of')}>
        {(id) => (
          <Input
            id={id}
            type="date"
            value={judging.as_of ?? ''}
            onChange={(event) => judging.chooseDay(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
