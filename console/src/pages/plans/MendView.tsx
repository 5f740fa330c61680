import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { MendStudy, ShownLint } from '../../../../src/model/plan-study.ts';
import type { plansMend } from '../../../../src/server/contract/plans.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LineDiff } from '../../parts/LineDiff.tsx';
import { planWords } from '../../text/plans.ts';
import { JudgingFields } from './JudgingFields.tsx';
import { MoneyEffect } from './MoneyEffect.tsx';
import styles from './Plans.module.css';
import { StudyState } from './StudyState.tsx';
import type { Judging } from './use-judging.ts';
import type { LabStudy } from './use-lab-study.ts';

interface Props {
  readonly plan: string;
  /** Puts a text into the editor. */
  readonly use: (plan: string) => void;
  readonly judging: Judging;
  readonly study: LabStudy<typeof plansMend, MendStudy>;
}

/** What is searched after each set of changes, and what when asked to look further. */
const near = { members: 2, events: 3, seconds: 240 };
const far = { members: 3, events: 4, seconds: 300 };

/** The smallest changes after which the plan meets nothing that can be helped. */
export function MendView({ plan, use, judging, study }: Props) {
  const say = useWords(planWords);
  const [indications, setIndications] = useState(false);
  const [isFar, setFar] = useState(false);
  const given = { body: { plan, ...judging.body, ...(isFar ? far : near), indications } };
  const { answer, running, begin, isAbout } = study;
  return (
    <>
      <JudgingFields judging={judging} />
      <div className={styles['tools']}>
        <Button
          type="primary"
          loading={running}
          disabled={plan.trim() === ''}
          onClick={() => begin(given)}
        >
          {say('mend')}
        </Button>
        <Checkbox checked={indications} onChange={({ target }) => setIndications(target.checked)}>
          {say('mend_indications')}
        </Checkbox>
        <Checkbox checked={isFar} onChange={({ target }) => setFar(target.checked)}>
          {say('further')}
        </Checkbox>
      </div>
      <StudyState study={study} isAbout={isAbout(given)} />
      {answer?.mendings !== undefined ? (
        <Mended answer={answer as MendStudy} plan={plan} use={use} />
      ) : (
        !running && <Empty title={say('mend_none')} more={say('mend_none_more')} />
      )}
    </>
  );
}

interface MendedProps extends Pick<Props, 'plan' | 'use'> {
  readonly answer: MendStudy;
}

function Mended({ answer, plan, use }: MendedProps) {
  const say = useWords(planWords);
  const { mendings, mended, effect, before } = answer;
  if (mendings.length === 0) {
    return <Empty title={say('mend_nothing')} more={say('searched', before.searched)} />;
  }
  return (
    <div className={styles['answer']}>
      {mended === null ? (
        <p>{say('mend_no_whole')}</p>
      ) : (
        <Whole mended={mended} before={before} plan={plan} use={use} />
      )}
      {mended !== null &&
        (effect === null ? (
          <p className="soft">{say('effect_none')}</p>
        ) : (
          <MoneyEffect effect={effect} />
        ))}
      <section className={styles['table']}>
        <h2>{say('mend_each')}</h2>
        <ul className={styles['mendings']}>
          {mendings.map((one) => (
            <Single key={one.provision} one={one} use={use} />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface WholeProps extends Pick<Props, 'plan' | 'use'> {
  readonly mended: NonNullable<MendStudy['mended']>;
  readonly before: ShownLint;
}

/** All changes together, what each is for, and the text they make. */
function Whole({ mended: { edits, text, after }, before, plan, use }: WholeProps) {
  const say = useWords(planWords);
  const local = useLocalised();
  const titles = new Map(before.tests.map(({ provision, title }) => [provision, title]));
  const nameOf = (id: string): string => {
    const title = titles.get(id);
    return title === undefined ? id : local(title);
  };
  const open = after.tests.filter(({ verdict }) => verdict === 'cannot_tell');
  return (
    <section className={styles['table']}>
      <h2>{say('mend_whole')}</h2>
      <ol className={styles['mendings']}>
        {edits.map(({ edit, says, clears }) => (
          <li key={edit}>
            <strong>{local(says)}</strong>
            {clears.map((id) => (
              <p key={id} className="soft">
                {say('mend_without')}
                <bdi>{nameOf(id)}</bdi>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p className="soft">{say('searched', after.searched)}</p>
      {open.length > 0 && (
        <p>
          {say('mend_open')}
          <bdi>{open.map(({ title }) => local(title)).join(say('and'))}</bdi>
        </p>
      )}
      {text === plan ? (
        <p role="status">{say('mend_used')}</p>
      ) : (
        <>
          <div className={styles['tools']}>
            <Button onClick={() => use(text)}>{say('mend_use')}</Button>
          </div>
          <LineDiff label={say('mend_text')} before={plan} after={text} />
        </>
      )}
    </section>
  );
}

interface SingleProps extends Pick<Props, 'use'> {
  readonly one: MendStudy['mendings'][number];
}

function Single({ one: { title, edits, text }, use }: SingleProps) {
  const say = useWords(planWords);
  const local = useLocalised();
  return (
    <li>
      <strong>
        <bdi>{local(title)}</bdi>
      </strong>
      {edits === null && <p>{say('mend_cannot')}</p>}
      {edits?.map(({ edit, says }) => (
        <p key={edit}>{local(says)}</p>
      ))}
      {text !== null && (
        <Button size="small" onClick={() => use(text)}>
          {say('mend_use_one')} <span className="sr">{local(title)}</span>
        </Button>
      )}
    </li>
  );
}
