import { useLocalised, useWords } from '../../app/language.ts';
import { operatorWords } from '../../text/operator.ts';
import { curesToGain } from './cures-to-gain.ts';
import type { Sheet } from './Integrity.tsx';
import styles from './Integrity.module.css';

type Way = Sheet['ways'][number];

/** What would bring points back, and how many. */
export function IntegrityWays({ sheet }: { readonly sheet: Sheet }) {
  const say = useWords(operatorWords);
  const { parts, ways, rises_on } = sheet;
  if (ways.length === 0) return <p>{say('way_none')}</p>;
  return (
    <ul className={styles['ways']}>
      {parts.map((part) => {
        const own = ways.filter((way) => way.part === part.name);
        const [first] = own;
        if (first === undefined) return null;
        if (first.kind === 'cure') return <Cures key={part.name} part={part} way={first} />;
        return own.map((way) => (
          <li key={`${way.part} ${way.ref ?? ''}`}>
            <OneWay sheet={sheet} way={way} />
          </li>
        ));
      })}
      {rises_on !== null && <li>{say('rises', { day: rises_on })}</li>}
    </ul>
  );
}

interface CuresProps {
  readonly part: Sheet['parts'][number];
  readonly way: Way;
}

/** Findings of a part cost the same: one line says it for each of them. */
function Cures({ part, way }: CuresProps) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const count = curesToGain(part);
  return (
    <li>
      {local(part.title)}
      {' — '}
      {count === 1
        ? say('way_cure', { points: way.gained_points })
        : say('way_cure_capped', { count })}
      {count === 1 && <Then way={way} />}
    </li>
  );
}

function OneWay({ sheet, way }: { readonly sheet: Sheet; readonly way: Way }) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const { ref, on, clean_orders: count, gained_points: points } = way;
  const title = sheet.parts.find(({ name }) => name === way.part)?.title;
  const part = title === undefined ? way.part : local(title);
  return (
    <bdi>
      {count === null
        ? say('way_lapse', { ref: ref ?? part, day: on ?? '', points })
        : say('way_orders', { part, count, points })}
      <Then way={way} />
    </bdi>
  );
}

function Then({ way: { class_then, gained_points } }: { readonly way: Way }) {
  const say = useWords(operatorWords);
  if (class_then === null || gained_points === 0) return null;
  return <> {say('way_class', { class: class_then })}</>;
}
