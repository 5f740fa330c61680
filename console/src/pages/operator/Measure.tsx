import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../api/session.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { handlers } from '../../app/who.ts';
import { operatorWords } from '../../text/operator.ts';
import type { Matter } from '../matters/matter-types.ts';
import { AppealForm } from './AppealForm.tsx';
import { Facts } from './Facts.tsx';
import styles from './Measure.module.css';
import { saidIn } from './said-in.ts';
import { useMatterName } from './use-matter-name.ts';

interface Props {
  readonly matter: Matter;
  /** Appeals that were made against it. */
  readonly appeals: readonly Matter[];
}

/** A measure or decision with its reasons, and the way to have it looked at again. */
export function Measure({ matter, appeals }: Props) {
  const say = useWords(operatorWords);
  const said = (name: string, key: string) => ({ name, value: saidIn(matter, 'decide', key) });
  const byMachine = matter.events.findLast(({ type }) => type === 'decide')?.data[
    'found_by_machine'
  ];
  return (
    <>
      <Facts
        facts={[
          said(say('facts'), 'facts'),
          said(say('grounds'), 'grounds'),
          said(say('penalty'), 'penalty'),
          said(say('basis'), 'basis'),
          said(say('ends_on'), 'ends_on'),
          said(say('path'), 'appeal_path'),
        ]}
      />
      {byMachine === true && <p className="soft">{say('found_by_machine')}</p>}
      {matter.kind === 'measure' && <Appeals matter={matter} appeals={appeals} />}
    </>
  );
}

/** Appeals as they stand; where none is under way, one can be made. */
function Appeals({ matter, appeals }: Props) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const name = useMatterName()(matter);
  const mayAppeal = appeals.length === 0 && handlers(session);
  return (
    <>
      {appeals.length > 0 && (
        <ul className={styles['appeals']}>
          {appeals.map(({ id, status_title, opened_on }) => (
            <li key={id}>
              <Link to={`/matters/${id}`}>
                {say('appeal_here')} {opened_on}
              </Link>
              {status_title !== null && <span className="soft">{local(status_title)}</span>}
            </li>
          ))}
        </ul>
      )}
      {mayAppeal && (
        <div>
          <Button onClick={() => setOpen(true)}>{say('appeal')}</Button>
        </div>
      )}
      {open && <AppealForm measure={matter} name={name} close={() => setOpen(false)} />}
    </>
  );
}
