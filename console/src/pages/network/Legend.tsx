import type { ExplorerIndex } from '../../../../src/network/explorer/explorer-index.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { moneyText } from '../../../../src/model/money-text.ts';
import { networkWords } from '../../text/network.ts';
import type { Colouring } from './colouring.ts';
import styles from './Legend.module.css';

interface Props {
  readonly colours: ExplorerIndex['colours'];
  readonly colouring: Colouring;
  readonly currency: string;
}

/** What colours and shapes mean. */
export function Legend({ colours, colouring, currency }: Props) {
  const say = useWords(networkWords);
  const local = useLocalised();
  const rows = rowsOf();
  return (
    <ul className={styles['legend']} aria-label={say('legend')}>
      {rows.map(([colour, text]) => (
        <li key={text}>
          <svg width="10" height="10" aria-hidden="true">
            <circle cx="5" cy="5" r="4.5" fill={colour} />
          </svg>
          {text}
        </li>
      ))}
      <li>
        <svg width="14" height="14" aria-hidden="true" className={styles['sign']}>
          <circle cx="7" cy="7" r="6" />
        </svg>
        {say('legend_candidate')}
      </li>
      <li>
        <svg width="10" height="10" aria-hidden="true" className={styles['sign']}>
          <circle cx="5" cy="5" r="3.5" />
        </svg>
        {say('legend_group')}
      </li>
      <li className="soft">{say('legend_rings')}</li>
    </ul>
  );
  function rowsOf(): readonly (readonly [string, string])[] {
    if (colouring === 'line') {
      return [0, 15, 30, 60, 120].map((people, i) => [
        colours.line[i] ?? '',
        people === 0 ? say('legend_none') : say('legend_line', { people }),
      ]);
    }
    if (colouring === 'level') {
      return colours.level.map((colour, i) => [
        colour,
        say('legend_level', { level: i + 1, next: i + 1 + colours.level.length }),
      ]);
    }
    if (colouring === 'tenth') {
      return [
        [colours.tenth[0], say('legend_first')],
        [colours.tenth[4], say('legend_middle')],
        [colours.tenth[9], say('legend_last')],
      ];
    }
    const from = colours.money_breaks_minor.map((minor) =>
      say('legend_money', { amount: local(moneyText(minor, currency, 2)) }),
    );
    return [say('legend_no_money'), ...from].map((text, i) => [colours.money[i] ?? '', text]);
  }
}
