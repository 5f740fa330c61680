import { Button } from 'antd';
import { useState } from 'react';
import { integrityShow, integrityShown } from '../../../../src/server/contract/publications.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { roles } from '../../app/who.ts';
import { ConfirmStep } from '../../parts/ConfirmStep.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { shownIntegrityWords } from '../../text/shown-integrity.ts';
import { Part } from './Part.tsx';

type Shown = Good<typeof integrityShown>['body'];

const admins = roles(['admin'], ['operator']);

/** Whether the firm's class is shown to everybody who looks it up; its administrator decides. */
export function ShownIntegrity() {
  const say = useWords(shownIntegrityWords);
  const isAdmin = admins(useSession());
  const { data, error } = useAsked(integrityShown, {});
  return (
    <Part title={say('title')} lead={say('lead')}>
      <p className="soft">{say('what')}</p>
      <ProblemLine error={error} />
      {data === undefined && error === null && <Loading lines={2} />}
      {data !== undefined && (
        <>
          <p>
            <State of={data} />
          </p>
          {data.credit_code === null && <p>{say('not_found')}</p>}
          {isAdmin ? <Decide of={data} /> : <p className="soft">{say('by_admin')}</p>}
        </>
      )}
    </Part>
  );
}

function State({ of: { shown, class: found } }: { readonly of: Shown }) {
  const say = useWords(shownIntegrityWords);
  if (!shown) return <Tag tone="plain">{say('hidden')}</Tag>;
  if (found === null) {
    return (
      <Tag tone="unknown" sign="?">
        {say('agreed')}
      </Tag>
    );
  }
  return (
    <Tag tone="ok" sign="✓">
      {say('shown', { class: found })}
    </Tag>
  );
}

function Decide({ of: { shown, class: found } }: { readonly of: Shown }) {
  const say = useWords(shownIntegrityWords);
  const [asking, setAsking] = useState(false);
  const show = useAsk(integrityShow, {
    changes: ['integrity.shown'],
    done: () => setAsking(false),
  });
  const verb = say(shown ? 'take_back' : 'agree');
  const told = shown
    ? say('take_back_told')
    : found === null
      ? say('agree_told_none')
      : say('agree_told', { class: found });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      <ConfirmStep
        open={asking}
        title={say('title')}
        verb={verb}
        asksReason={false}
        pending={show.isPending}
        error={show.error}
        confirm={() => show.mutate({ body: { shown: !shown } })}
        cancel={() => setAsking(false)}
      >
        <p>{told}</p>
        <p className="soft">{say('what')}</p>
      </ConfirmStep>
    </>
  );
}
