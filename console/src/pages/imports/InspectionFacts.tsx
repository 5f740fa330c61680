import type { inspectionsRead } from '../../../../src/server/contract/inspections.ts';
import type { Good } from '../../api/call.ts';
import { useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { importWords } from '../../text/imports.ts';
import styles from './InspectionFacts.module.css';
import { sizeText } from '../../parts/size-text.ts';

interface Props {
  readonly inspection: Good<typeof inspectionsRead>['body'];
}

/** What was inspected, by what, as of when. */
export function InspectionFacts({ inspection }: Props) {
  const say = useWords(importWords);
  const { inputs, packs, as_of, created_at } = inspection;
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{say('begun')}</dt>
        <dd>
          <Moment at={created_at} />
        </dd>
      </div>
      <div>
        <dt>{say('packs')}</dt>
        <dd>{packs.join(', ')}</dd>
      </div>
      <div>
        <dt>{say('as_of')}</dt>
        <dd>{as_of === null ? say('as_of_data') : <Moment at={as_of} />}</dd>
      </div>
      <div className={styles['wide']}>
        <dt>{say('files')}</dt>
        <dd>
          <ul>
            {inputs.map(({ name, bytes, sha256 }) => (
              <li key={`${name} ${sha256}`}>
                <bdi>{name}</bdi> <span className="soft">{sizeText(bytes)}</span>{' '}
                <code className={styles['digest']}>SHA-256 {sha256}</code>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
