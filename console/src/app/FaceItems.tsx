import { useSession } from '../api/session.ts';
import { demoWords } from '../text/demo.ts';
import { partyNames } from '../text/people.ts';
import { useLocalised, useWords } from './language.ts';
import styles from './UserMenu.module.css';
import { useFaces } from './use-faces.ts';

/** Menu items that change the face in a demonstration; none elsewhere. */
export function FaceItems({ close }: { readonly close: () => void }) {
  const say = useWords(demoWords);
  const local = useLocalised();
  const { user_id } = useSession();
  const { faces = [], enter } = useFaces();
  if (faces.length === 0) return null;
  return (
    <>
      <p className="group">{say('change')}</p>
      {faces.map((one) => (
        <button
          key={one.user_id}
          type="button"
          role="menuitemradio"
          aria-checked={one.user_id === user_id}
          onClick={() => {
            if (one.user_id !== user_id) enter(one.user_id);
            close();
          }}
        >
          <span className={styles['one']}>
            <bdi>{one.name}</bdi>
            <small>
              {local(partyNames[one.party])}
              {one.party !== 'consumer' && (
                <>
                  {' · '}
                  <bdi>{one.tenant}</bdi>
                </>
              )}
            </small>
          </span>
        </button>
      ))}
    </>
  );
}
