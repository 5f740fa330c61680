/** Steps of a proposal in the order of its life; words say them as `did_…`. */
export const stepNames = [
  'propose',
  'open',
  'answer',
  'revise',
  'submit',
  'approve',
  'send_back',
  'publish',
  'ask_withdrawal',
  'withdraw',
  'keep',
  'drop',
] as const;

export type StepName = (typeof stepNames)[number];

/** Steps that are buttons of the page: opinions are answered in their list. */
export type Button = Exclude<StepName, 'propose' | 'answer'>;

export function isStep(text: string): text is StepName {
  return stepNames.some((one) => one === text);
}

export function isButton(text: string): text is Button {
  return isStep(text) && text !== 'propose' && text !== 'answer';
}
