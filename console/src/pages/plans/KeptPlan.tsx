import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { plansCreate, plansShare, plansUnshare } from '../../../../src/server/contract/plans.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { OnceShown } from '../../parts/OnceShown.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';
import type { Start } from './use-start.ts';

interface Props {
  readonly start: Start;
  readonly isChanged: boolean;
  readonly plan: string;
  readonly assumptions: string | null;
}

const name_chars_max = 200;

/** Saving a plan, and sharing the one that is saved. A saved plan is never written over. */
export function KeptPlan({ start, isChanged, plan, assumptions }: Props) {
  const { saved } = start;
  return (
    <div className={styles['kept']}>
      <SavePlan title={start.title} {...{ plan, assumptions }} isChanged={isChanged || !saved} />
      {saved !== null && !isChanged && <ShareLink plan_id={saved.id} shared={saved.shared} />}
    </div>
  );
}

type SaveProps = Pick<Props, 'plan' | 'assumptions' | 'isChanged'>;

function SavePlan({ title, plan, assumptions, isChanged }: SaveProps & { readonly title: string }) {
  const say = useWords(planWords);
  const navigate = useNavigate();
  const [name, setName] = useState(title);
  const save = useAsk(plansCreate, {
    changes: ['plans.list'],
    done: ({ id }) => void navigate(`/plans/lab?saved=${id}`, { replace: true }),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate({ body: { title: name.trim(), plan, assumptions } });
  };
  const isReady = isChanged && name.trim() !== '' && plan.trim() !== '';
  return (
    <form className={styles['tools']} onSubmit={submit}>
      <Field label={say('name')}>
        {(id) => (
          <Input
            id={id}
            value={name}
            maxLength={name_chars_max}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" loading={save.isPending} disabled={!isReady}>
        {say('save')}
      </Button>
      <ProblemLine error={save.error} />
    </form>
  );
}

interface ShareProps {
  readonly plan_id: string;
  readonly shared: boolean;
}

function ShareLink({ plan_id, shared }: ShareProps) {
  const say = useWords(planWords);
  const [link, setLink] = useState<string | null>(null);
  const changes = ['plans.list', 'plans.read'];
  const share = useAsk(plansShare, { changes, done: (body) => setLink(body.link) });
  const end = useAsk(plansUnshare, { changes, done: () => setLink(null) });
  const params = { plan_id };
  return (
    <>
      <div className={styles['tools']}>
        <Button loading={share.isPending} onClick={() => share.mutate({ params })}>
          {shared ? say('share_again') : say('share')}
        </Button>
        {shared && (
          <Button loading={end.isPending} onClick={() => end.mutate({ params })}>
            {say('unshare')}
          </Button>
        )}
      </div>
      <ProblemLine error={share.error ?? end.error} />
      {link !== null && (
        <OnceShown
          title={say('link_made')}
          more={say('link_more')}
          text={new URL(`/console/plans/lab?link=${link}`, location.origin).href}
        />
      )}
    </>
  );
}
