import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { aboutRead } from '../../../../src/server/contract/health.ts';
import type { secondFactorBegin } from '../../../../src/server/contract/session.ts';
import type { Good } from '../../api/call.ts';
import { returnAddress } from '../../api/return-address.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Section } from '../../parts/Section.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { accountWords } from '../../text/account.ts';
import { FactorBegin } from './FactorBegin.tsx';
import { FactorConfirm } from './FactorConfirm.tsx';
import { FactorRemove } from './FactorRemove.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

/** Where one is in setting it up. */
type Step =
  | { readonly at: 'rest' | 'begin' | 'remove' }
  | { readonly at: 'confirm'; readonly begun: Good<typeof secondFactorBegin>['body'] }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

/** Begun with the password, in use once a code was right; its recovery codes are shown once. */
export function SecondFactor() {
  const say = useWords(accountWords);
  const session = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const rest = (): void => setStep({ at: 'rest' });
  const kept = (): void => {
    rest();
    // Whoever was led here goes on to where it wanted to be.
    const to = search.get('to');
    if (to !== null) void navigate(returnAddress(to), { replace: true });
  };
  return (
    <Section title={say('factor')} lead={say('factor_lead')}>
      {step.at === 'rest' && <Resting isOn={session.second_factor} go={(at) => setStep({ at })} />}
      {step.at === 'begin' && (
        <FactorBegin
          isOn={session.second_factor}
          done={(begun) => setStep({ at: 'confirm', begun })}
          cancel={rest}
        />
      )}
      {step.at === 'confirm' && (
        <FactorConfirm
          begun={step.begun}
          done={(codes) => setStep({ at: 'codes', codes })}
          cancel={rest}
        />
      )}
      {step.at === 'codes' && <RecoveryCodes codes={step.codes} kept={kept} />}
      {step.at === 'remove' && <FactorRemove end={rest} />}
    </Section>
  );
}

interface RestingProps {
  readonly isOn: boolean;
  readonly go: (at: 'begin' | 'remove') => void;
}

function Resting({ isOn, go }: RestingProps) {
  const say = useWords(accountWords);
  const { data: about } = useAsked(aboutRead, {});
  if (!isOn) {
    return (
      <>
        <p>
          <Tag tone="unknown" sign="○">
            {say('factor_off')}
          </Tag>
        </p>
        {about?.single_sign_on === true && <p className="soft">{say('factor_sso')}</p>}
        <div>
          <Button type="primary" onClick={() => go('begin')}>
            {say('factor_begin')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p>
        <Tag tone="ok" sign="✓">
          {say('factor_on')}
        </Tag>{' '}
        <span className="soft">{say('factor_on_more')}</span>
      </p>
      <div className="buttons" style={{ justifyContent: 'start' }}>
        <Button onClick={() => go('begin')}>{say('factor_renew')}</Button>
        {about?.second_factor === 'offered' && (
          <Button onClick={() => go('remove')}>{say('factor_remove')}</Button>
        )}
      </div>
    </>
  );
}
