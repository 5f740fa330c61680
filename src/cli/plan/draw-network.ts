import type { DrawnMember } from '../../model/drawn-network.ts';
import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlanEvent } from '../../model/plan-event.ts';
import { drawnNetwork } from '../../plan/lint/drawn-network.ts';
import type { Language } from '../language.ts';

/** A network as a tree of lines, each member with what it does, and the ledger beneath. */
export function drawNetwork(plan: Plan, events: readonly PlanEvent[], lang: Language): string[] {
  const { tops, more_members, payments, more_payments } = drawnNetwork(plan, events);
  const more = (text: Localised, rest: number): string[] =>
    rest > 0 ? [fill(text[lang], { rest })] : [];
  return [
    ...tops.flatMap((one) => branch(one, lang, '', null)),
    ...more(texts.more_members, more_members),
    ...payments.map((one) => `→ ${one[lang]}`),
    ...more(texts.more_payments, more_payments),
  ];
}

/** `last`: whether it is its recruiter's last; null for one at the top. */
function branch(
  { name, deeds, below }: DrawnMember,
  lang: Language,
  lead: string,
  last: boolean | null,
): string[] {
  const sign = last === null ? '' : last ? '└─ ' : '├─ ';
  const next = last === null ? lead : `${lead}${last ? '   ' : '│  '}`;
  return [
    `${lead}${sign}${name[lang]}: ${deeds.map((deed) => deed[lang]).join('; ')}`,
    ...below.flatMap((one, i) => branch(one, lang, next, i === below.length - 1)),
  ];
}

const texts = {
  more_members: { en: '… and {rest} more member(s)', zh: '……另有会员 {rest} 名' },
  more_payments: { en: '… and {rest} more payment(s)', zh: '……另有付款 {rest} 笔' },
} as const satisfies Record<string, Localised>;
