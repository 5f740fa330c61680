import { Checkbox } from 'antd';
import styles from './Admin.module.css';

interface Props<T extends string> {
  readonly legend: string;
  readonly offered: readonly T[];
  readonly chosen: readonly T[];
  readonly choose: (chosen: readonly T[]) => void;
  readonly nameOf: (one: T) => string;
  readonly hint?: string | undefined;
}

/** Some of several, in the order they are offered. */
export function Boxes<T extends string>(props: Props<T>) {
  const { legend, offered, chosen, choose, nameOf, hint } = props;
  const isChosen = (one: T): boolean => chosen.includes(one);
  return (
    <fieldset className={styles['boxes']}>
      <legend>{legend}</legend>
      <div>
        {offered.map((box) => (
          <Checkbox
            key={box}
            checked={isChosen(box)}
            onChange={({ target }) =>
              choose(offered.filter((one) => (one === box ? target.checked : isChosen(one))))
            }
          >
            {nameOf(box)}
          </Checkbox>
        ))}
      </div>
      {hint !== undefined && <p>{hint}</p>}
    </fieldset>
  );
}
