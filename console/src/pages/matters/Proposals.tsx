import { Button } from 'antd';
import { useState } from 'react';
import { useLocalised, useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import { EventData } from './EventData.tsx';
import type { Matter } from './matter-types.ts';
import styles from './Proposals.module.css';
import { StepForm } from './StepForm.tsx';
import type { Names } from './use-names.ts';

type Proposal = Matter['proposals'][number];
type Act = Proposal['may'][number];

interface Props {
  readonly matter: Matter;
  readonly names: Names;
}

/** Steps that wait for a second person, and what one may do about each. */
export function Proposals({ matter, names }: Props) {
  const say = useWords(matterWords);
  if (matter.proposals.length === 0) return null;
  return (
    <section className={styles['proposals']}>
      <h2>{say('proposals')}</h2>
      <ul>
        {matter.proposals.map((one) => (
          <li key={one.number}>
            <OneProposal proposal={one} matter={matter} names={names} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneProposal({ proposal, matter, names }: Props & { readonly proposal: Proposal }) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const [act, setAct] = useState<Act | null>(null);
  const { number, step, title, may } = proposal;
  const event = matter.events.find((one) => one.number === number);
  const inner = event?.data['data'];
  const data = typeof inner === 'object' && inner !== null ? { ...inner } : {};
  const who = event?.actor?.user_id;
  return (
    <div className={styles['one']}>
      <h3>{local(title)}</h3>
      {event !== undefined && (
        <p className="soft">
          {say('proposed_by', {
            name: who === null || who === undefined ? '' : names.user(who),
            day: event.on,
            number,
          })}
        </p>
      )}
      {event?.reason != null && <p className={styles['reason']}>{event.reason}</p>}
      <EventData
        kind={matter.kind}
        clocks={matter.clocks}
        currency={matter.currency}
        step={step}
        data={data}
        names={names}
      />
      {act === null ? (
        <div className={styles['acts']}>
          {may.map((one) => (
            <Button
              key={one}
              type={one === 'approve' ? 'primary' : 'default'}
              danger={one === 'reject'}
              onClick={() => setAct(one)}
            >
              {say(`act_${one}`)}
            </Button>
          ))}
          {may.length === 0 && <p className="soft">{say('act_none')}</p>}
        </div>
      ) : (
        <StepForm
          key={act}
          matter={matter}
          step={act}
          fields={[]}
          reasonNeeded={act === 'reject'}
          asked={() => ({ type: act, data: { proposal: number } })}
          verb={say(`act_${act}`)}
          danger={act === 'reject'}
          close={() => setAct(null)}
        >
          <p>{say(`act_more_${act}`)}</p>
        </StepForm>
      )}
    </div>
  );
}
