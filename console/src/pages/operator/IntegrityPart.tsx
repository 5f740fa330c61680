import { useLocalised, useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import { operatorWords } from '../../text/operator.ts';
import type { Sheet } from './Integrity.tsx';
import styles from './Integrity.module.css';

type PartOf = Sheet['parts'][number];

/** One part of a sheet: what it costs, by which rule, and what is counted. */
export function IntegrityPart({ part }: { readonly part: PartOf }) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const { title, points, items, kind } = part;
  return (
    <li className={styles['part']}>
      <header>
        <span>{local(title)}</span>
        <Cost points={points} />
      </header>
      <p className="soft">
        <Rule part={part} />
      </p>
      <Needs part={part} />
      {kind !== 'share' && points !== null && <p>{say('now_items', { count: items.length })}</p>}
      {kind === 'events' &&
        items.map(({ ref, on, lapses_on }) => (
          <p key={`${ref} ${on ?? ''}`}>
            <bdi>{on === null ? ref : say('item_on', { ref, day: on })}</bdi>
            {lapses_on !== null && <> · {say('item_lapses', { day: lapses_on })}</>}
          </p>
        ))}
      {part.share !== null && <p>{say('now_share', part.share)}</p>}
    </li>
  );
}

function Cost({ points }: { readonly points: number | null }) {
  const say = useWords(operatorWords);
  if (points === null) {
    return (
      <Tag tone="unknown" sign="?">
        {say('points_told_not')}
      </Tag>
    );
  }
  if (points === 0) return <Tag tone="plain">{say('points_none')}</Tag>;
  return (
    <Tag tone="breach" sign="−">
      {say('points_off', { points })}
    </Tag>
  );
}

function Rule({ part }: { readonly part: PartOf }) {
  const say = useWords(operatorWords);
  const { kind, weight_points: weight, cap_points: cap, window_months } = part;
  const months = window_months ?? 0;
  if (kind === 'open') return say('rule_open', { weight, cap });
  return say(kind === 'events' ? 'rule_events' : 'rule_share', { weight, months, cap });
}

function Needs({ part: { needs } }: { readonly part: PartOf }) {
  const say = useWords(operatorWords);
  if (needs === null) return null;
  const { what, count } = needs;
  return <p>{what === 'orders' ? say('needs_orders', { count }) : say('needs_facts')}</p>;
}
