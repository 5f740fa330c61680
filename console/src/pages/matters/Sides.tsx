import { Link } from 'react-router';
import { useLocalised, useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import { partyNames } from '../../text/people.ts';
import type { Matter } from './matter-types.ts';
import styles from './Sides.module.css';
import type { Names } from './use-names.ts';
import { useValueWords } from './use-value-words.ts';

interface Props {
  readonly matter: Matter;
  readonly names: Names;
}

/** Who stands on which side, and the matters this one is linked to. */
export function Sides({ matter, names }: Props) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const words = useValueWords(matter.kind);
  return (
    <section className={styles['sides']}>
      <h2>{say('sides')}</h2>
      <dl>
        {matter.parties.map(({ face, party, tenant_id, user_id }) => (
          <div key={`${face} ${tenant_id} ${user_id ?? ''}`}>
            <dt>{say(`face_${face}`)}</dt>
            <dd>
              {party === 'consumer' ? (
                local(partyNames.consumer)
              ) : (
                <>
                  <bdi>{names.tenant(tenant_id)}</bdi>{' '}
                  <span className="soft">{local(partyNames[party])}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {matter.links.length > 0 && (
        <>
          <h2>{say('links')}</h2>
          <ul>
            {matter.links.map(({ matter_id, how }) => (
              <li key={`${how} ${matter_id}`}>
                <Link to={`/matters/${matter_id}`} className="id">
                  {matter_id}
                </Link>{' '}
                <span className="soft">{words.value('link', 'how', how) ?? how}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
