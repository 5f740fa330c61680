import { useLocalised, useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import { precheckWords } from '../../text/precheck.ts';
import { hitsOf } from './hits.ts';
import type { Hit } from './hits.ts';
import type { Checked } from './RecordPrecheck.tsx';
import type { Library } from '../../parts/use-library.ts';
import styles from '../../parts/Verdicts.module.css';

interface Props {
  readonly checked: Checked;
  readonly library: Library;
}

/** Words of term lists found in the text, by list; an exception that applies is said. */
export function HitList({ checked, library }: Props) {
  const say = useWords(precheckWords);
  const local = useLocalised();
  const hits = hitsOf(checked);
  if (hits.length === 0) return null;
  const lists = Map.groupBy(hits, ({ list_id }) => list_id);
  return (
    <section className={styles['hits']}>
      <h3>{say('hits', { count: hits.length })}</h3>
      <dl>
        {[...lists].map(([list, found]) => (
          <div key={list}>
            <dt>{local(library.list(list))}</dt>
            <dd>
              {found.map((hit) => (
                <HitWord key={`${hit.subject_column} ${hit.found_from} ${hit.found}`} hit={hit} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{say('hits_more')}</p>
    </section>
  );
}

function HitWord({ hit }: { readonly hit: Hit }) {
  const say = useWords(precheckWords);
  const spared = hit.excepted === true || hit.corrected === true;
  return (
    <span className={styles['word']}>
      <Tag tone={spared ? 'plain' : 'indication'}>
        <bdi>{hit.found}</bdi>
      </Tag>
      {hit.via === 'homophone' && <small>{say('homophone')}</small>}
      {hit.excepted === true && <small>{say('excepted')}</small>}
      {hit.corrected === true && <small>{say('corrected')}</small>}
    </span>
  );
}
