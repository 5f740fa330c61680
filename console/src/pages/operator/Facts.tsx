import type { ReactNode } from 'react';
import styles from './MatterCard.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** What a step said, name by name; what it left out is not there. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const said = facts.filter(({ value }) => value !== null);
  if (said.length === 0) return null;
  return (
    <dl className={styles['facts']}>
      {said.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
