import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLocalised, useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import { Tag } from '../../parts/Tag.tsx';
import type { Matter } from './matter-types.ts';
import { readFields } from './read-fields.ts';
import { publicationKind } from './publication-draft.ts';
import { PublishForm } from './PublishForm.tsx';
import { StepForm } from './StepForm.tsx';
import styles from './Steps.module.css';

type Step = Matter['steps'][number];

/** What an office does for its own order; of what happens in the matter itself it says nothing. */
const office = new Set([
  'assign',
  'queue',
  'tag',
  'untag',
  'note',
  'link',
  'add_party',
  'merge',
  'split',
  'remind',
]);

/** The steps one may take now; a chosen one opens its form in its place. */
export function Steps({ matter }: { readonly matter: Matter }) {
  const say = useWords(matterWords);
  // A link from elsewhere may lead to one of them.
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('step'));
  const step = matter.steps.find((one) => one.step === chosen);
  // Part of a matter goes on in a new one, which the form for opening makes.
  const all = matter.steps.filter(({ step: name }) => name !== 'split');
  const main = all.filter(({ step: name }) => !office.has(name));
  const order = all.filter(({ step: name }) => office.has(name));
  return (
    <section className={styles['steps']}>
      <h2>{say('steps')}</h2>
      {all.length === 0 && <p className="soft">{say('steps_none')}</p>}
      {step === undefined ? (
        <>
          {main.length > 0 && <StepList steps={main} choose={setChosen} main />}
          {order.length > 0 && main.length > 0 && <h3>{say('steps_office')}</h3>}
          {order.length > 0 && <StepList steps={order} choose={setChosen} />}
        </>
      ) : (
        <ChosenStep key={step.step} matter={matter} step={step} close={() => setChosen(null)} />
      )}
    </section>
  );
}

interface ListProps {
  readonly steps: readonly Step[];
  readonly choose: (step: string) => void;
  readonly main?: boolean;
}

function StepList({ steps, choose, main = false }: ListProps) {
  const say = useWords(matterWords);
  const local = useLocalised();
  return (
    <ul className={styles['list']}>
      {steps.map(({ step, title, how }) => (
        <li key={step}>
          <button
            type="button"
            className={main ? styles['main'] : styles['order']}
            onClick={() => choose(step)}
          >
            {local(title)}
            {how === 'propose' && <Tag tone="plain">{say('two_persons')}</Tag>}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ChosenProps {
  readonly matter: Matter;
  readonly step: Step;
  readonly close: () => void;
}

function ChosenStep({ matter, step, close }: ChosenProps) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const [isElsewhere, setElsewhere] = useState(false);
  const publication = step.step === 'publish' ? publicationKind(matter) : null;
  const proposes = step.how === 'propose';
  const fields = readFields(step.data);
  return (
    <div className={styles['chosen']}>
      <h3>{local(step.title)}</h3>
      {publication !== null && !isElsewhere ? (
        <PublishForm
          matter={matter}
          kind={publication}
          close={close}
          elsewhere={() => setElsewhere(true)}
        />
      ) : (
        <StepForm
          matter={matter}
          step={step.step}
          fields={fields}
          reasonNeeded={step.reason === 'needed'}
          asked={(data) =>
            proposes
              ? { type: 'propose', data: { step: step.step, data } }
              : { type: step.step, data }
          }
          verb={proposes ? say('propose') : say('take')}
          close={close}
        >
          <p className="soft">{proposes ? say('propose_more') : say('take_more')}</p>
        </StepForm>
      )}
    </div>
  );
}
