import { affiliationsUpdate } from '../../../../src/server/contract/affiliations.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { adminLinkWords } from '../../text/admin-links.ts';
import { AskAgain } from './AskAgain.tsx';
import { statusAfter } from './affiliation-steps.ts';
import type { Affiliation, AffiliationStep } from './affiliation-steps.ts';

export interface ChosenStep {
  readonly one: Affiliation;
  readonly step: AffiliationStep;
  /** Name of the other side. */
  readonly other: string;
}

interface Props {
  readonly chosen: ChosenStep;
  readonly close: () => void;
}

/** Says what a step comes to, for whom, before it is taken. */
export function AffiliationStepDialog({ chosen: { one, step, other }, close }: Props) {
  const say = useWords(adminLinkWords);
  const update = useAsk(affiliationsUpdate, {
    changes: ['affiliations.', 'overview.', 'sheets.', 'findings.', 'inspections.'],
    done: close,
  });
  const confirmed =
    one.kind === 'claim'
      ? say('ask_confirm_claim', { account: one.account ?? '' })
      : say(`ask_confirm_${one.kind}`);
  const more =
    step === 'confirm' ? confirmed : say(step === 'end' ? 'ask_end_more' : 'ask_refuse_more');
  return (
    <AskAgain
      title={say(`ask_${step}`, { name: other })}
      more={more}
      verb={say(`step_${step}`)}
      danger={step !== 'confirm'}
      pending={update.isPending}
      error={update.error}
      go={() =>
        update.mutate({ params: { affiliation_id: one.id }, body: { status: statusAfter[step] } })
      }
      close={close}
    />
  );
}
