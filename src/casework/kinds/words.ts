import { limits } from '../../model/limits.ts';
import type { Localised } from '../../model/localised.ts';
import type { ClockRule, Field, StatusRule, StepNames, StepRule, Taker } from '../rules.ts';

/** A text in both languages, Chinese first as an officer reads it. */
export const say = (zh: string, en: string): Localised => ({ zh, en });

/** A step by what its button says and by what the timeline says once it was taken. */
export function doing(zh: string, en: string, en_done: string, zh_done = zh): StepNames {
  return { verb: say(zh, en), title: say(zh_done, en_done) };
}

export const text: Field = { is: 'text' };
/** What lists, calendars and mails name a matter by. */
const short: Field = { is: 'text', chars_max: limits.casework_title_chars_max };
export const id: Field = { is: 'id' };
export const day: Field = { is: 'day' };
export const whole: Field = { is: 'whole' };
export const flag: Field = { is: 'flag' };
export const digest: Field = { is: 'digest' };
export const texts: Field = { is: 'texts', least: 1 };
export const ids: Field = { is: 'ids', least: 1 };
export const digests: Field = { is: 'digests', least: 1 };
export const maybe = (field: Field): Field => ({ ...field, optional: true });
export const oneOf = (of: Readonly<Record<string, Localised>>): Field => ({ is: 'one_of', of });

export const handler: Taker = { face: 'owner', roles: ['handler'] };
export const applicant: Taker = { face: 'applicant', roles: ['handler'] };
export const subject: Taker = { face: 'subject', roles: ['handler'] };
export const helper: Taker = { face: 'helper', roles: ['handler'] };
/** Reminders and lapses: what nobody decides. */
export const system: Taker = { face: 'system', roles: [] };

/** A step by the owner's handler without more, but for what is said otherwise. */
export function step(
  names: StepNames,
  from: StepRule['from'],
  to: string | null,
  more: Partial<StepRule> = {},
): StepRule {
  return {
    ...names,
    from,
    to,
    by: [handler],
    reason: 'may',
    second: false,
    data: {},
    marks: [],
    span: null,
    extends: null,
    keeps: [],
    needs: [],
    ...more,
  };
}

/** The first step of a matter: what it is about and who stands where. */
export function opening(
  title: Localised,
  to: string,
  more: Partial<StepRule> & Pick<StepRule, 'by'>,
): StepRule {
  const data = { title: short, parties: { is: 'parties' } as const, ...more.data };
  return step({ verb: title, title }, [], to, { ...more, data });
}

export const status = (zh: string, en: string): StatusRule => ({
  title: say(zh, en),
  final: false,
});

export const final = (zh: string, en: string): StatusRule => ({ title: say(zh, en), final: true });

/** A clock whose length stands in the packs under this name. */
export function clock(
  title: Localised,
  deadline: string | null,
  from: string,
  done: readonly string[],
  more: Partial<ClockRule> = {},
): ClockRule {
  return { title, deadline, from, done, per_item: false, leaves_out: [], ...more };
}

/** Two steps that begin and end a stretch of time which terms leave out. */
export function stretch(
  name: string,
  begin: StepNames,
  end: StepNames,
  more: Partial<StepRule> = {},
): Record<string, StepRule> {
  return {
    [`begin_${name}`]: step(begin, 'open', null, {
      reason: 'needed',
      span: { name, does: 'begin' },
      ...more,
      needs: [{ is: 'span', name, runs: false }],
    }),
    [`end_${name}`]: step(end, 'open', null, {
      span: { name, does: 'end' },
      needs: [{ is: 'span', name, runs: true }],
    }),
  };
}

/** Testing and appraisal, which most terms leave out. */
export const testing = stretch(
  'testing',
  doing('委托检测鉴定', 'Begin testing', 'Testing begun'),
  doing('登记检测鉴定结论', 'End testing', 'Testing ended', '收到检测鉴定结论'),
);

/** Why a clue leads to no case; a report has one more. */
export const noCaseGrounds = {
  no_breach: say('无违法事实', 'no breach'),
  minor_corrected: say('轻微并及时改正', 'minor and corrected'),
  first_corrected: say('初次且已改正', 'first and corrected'),
  no_fault: say('证明无主观过错', 'no fault'),
  barred: say('超过追责时效', 'barred by time'),
} as const;
