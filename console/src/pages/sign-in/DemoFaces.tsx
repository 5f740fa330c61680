import { RightOutlined } from '@ant-design/icons';
import { useLocalised, useWords } from '../../app/language.ts';
import type { DemoFace, Faces } from '../../app/use-faces.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { demoWords } from '../../text/demo.ts';
import { partyNames, roleNames } from '../../text/people.ts';
import styles from './DemoFaces.module.css';

/** Everyone a visitor of a demonstration may be, a card each; nothing where there is nobody. */
export function DemoFaces({ faces: { faces = [], ...rest } }: { readonly faces: Faces }) {
  const say = useWords(demoWords);
  if (faces.length === 0) return null;
  return (
    <section className={styles['faces']} aria-labelledby="faces-title">
      <h1 id="faces-title">{say('title')}</h1>
      <p className="soft">{say('lead')}</p>
      <ul>
        {faces.map((face) => (
          <li key={face.user_id}>
            <Card
              face={face}
              busy={rest.entering === face.user_id}
              enter={() => rest.enter(face.user_id)}
            />
          </li>
        ))}
      </ul>
      <ProblemLine error={rest.error} />
    </section>
  );
}

interface CardProps {
  readonly face: DemoFace;
  readonly busy: boolean;
  readonly enter: () => void;
}

function Card({ face: { name, party, tenant, roles }, busy, enter }: CardProps) {
  const say = useWords(demoWords);
  const local = useLocalised();
  return (
    <button type="button" className={styles['card']} aria-busy={busy} onClick={enter}>
      <span className={styles['party']}>{local(partyNames[party])}</span>
      <span className={styles['name']}>
        <bdi>{name}</bdi>
      </span>
      <span className="soft">
        {party === 'consumer' ? say('consumer_office') : <bdi>{tenant}</bdi>}
      </span>
      <span className={styles['roles']}>
        {roles.map((role) => local(roleNames[role])).join(' · ')}
      </span>
      <RightOutlined className={styles['go']} />
    </button>
  );
}
