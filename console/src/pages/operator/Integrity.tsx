import { sheetRead } from '../../../../src/server/contract/guidance.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { operatorWords } from '../../text/operator.ts';
import styles from './Integrity.module.css';
import { IntegrityPart } from './IntegrityPart.tsx';
import { IntegrityWays } from './IntegrityWays.tsx';

export type Sheet = Good<typeof sheetRead>['body'];

interface Props {
  readonly platform_id: string;
  readonly platform_name: string;
  readonly account: string;
}

/** An account's class: how it stands, all it is made of, and what would change it. */
export function Integrity({ platform_id, platform_name, account }: Props) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const { data, error } = useAsked(sheetRead, { query: { platform_id, operator_id: account } });
  return (
    <section className={styles['sheet']}>
      <h3>
        <bdi>{platform_name}</bdi>
      </h3>
      <p className="soft">
        <bdi>{say('account', { account })}</bdi>
        {data !== undefined && <> · {say('as_of', { day: data.as_of })}</>}
      </p>
      <ProblemLine error={error} />
      {data === undefined && error === null && <Loading lines={6} />}
      {data !== undefined && (
        <>
          <Standing sheet={data} />
          <h4>{say('parts')}</h4>
          <ul>
            {data.parts.map((part) => (
              <IntegrityPart key={part.name} part={part} />
            ))}
          </ul>
          {data.parts.some(({ parameter }) => parameter === 'ours') && (
            <p className="soft">{say('ours')}</p>
          )}
          <h4>{say('ways')}</h4>
          <IntegrityWays sheet={data} />
          <p className="soft">{say('draw', { weight: data.weight })}</p>
          <p className={styles['notice']}>{local(data.notice)}</p>
        </>
      )}
    </section>
  );
}

/** The class, and where it stands among all points there are. */
function Standing({ sheet }: { readonly sheet: Sheet }) {
  const say = useWords(operatorWords);
  const { class: found, points_min: min, points_max: max } = sheet;
  const told = min === max ? say('points', { points: min }) : say('points_between', { min, max });
  return (
    <>
      <p className={styles['class']}>
        <strong>{found === null ? say('class_none') : say('class', { class: found })}</strong>
        <span>{told}</span>
      </p>
      <svg
        className={styles['scale']}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        role="img"
        aria-label={told}
      >
        <rect className={styles['ground']} width="100" height="6" />
        <rect className={styles['range']} x={min} width={Math.max(1, max - min)} height="6" />
        {[60, 75, 90].map((from) => (
          <rect key={from} className={styles['line']} x={from} width="0.4" height="6" />
        ))}
      </svg>
      <p className="soft">{say('scale')}</p>
      {min !== max && <p>{say('points_unknown')}</p>}
    </>
  );
}
