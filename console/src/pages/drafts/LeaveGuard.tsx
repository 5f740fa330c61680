import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../../app/language.ts';
import { ConfirmStep } from '../../parts/ConfirmStep.tsx';
import { draftsWords } from '../../text/drafts.ts';

/** Asks before what is not saved is left, be it for another page or another site. */
export function LeaveGuard({ when }: { readonly when: boolean }) {
  const say = useWords(draftsWords);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <ConfirmStep
      open={blocker.state === 'blocked'}
      title={say('leave')}
      verb={say('leave_do')}
      danger
      asksReason={false}
      pending={false}
      error={null}
      confirm={() => blocker.proceed?.()}
      cancel={() => blocker.reset?.()}
    >
      {say('leave_more')}
    </ConfirmStep>
  );
}
