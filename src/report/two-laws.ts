import { fill } from '../model/localised.ts';
import type { Localised } from '../model/localised.ts';
import type { FineRange, TwoLaws } from '../model/provision.ts';
import { fineLabel } from './fine-label.ts';
import { texts } from './texts.ts';

const later: Readonly<Record<TwoLaws['decision']['verdict'], Localised>> = {
  breach: texts.law_later_breach,
  no_breach: texts.law_later_no_breach,
  cannot_tell: texts.law_later_cannot_tell,
};

const milder: Readonly<Record<'act' | 'decision' | 'same' | 'unknown', Localised>> = {
  act: texts.milder_act,
  decision: texts.milder_decision,
  same: texts.milder_same,
  unknown: texts.milder_unknown,
};

/** What a finding says of the two laws that may apply to it, in both languages. */
export function twoLawsSentence(laws: TwoLaws): Localised {
  return { en: sentencesOf(laws, 'en').join(' '), zh: sentencesOf(laws, 'zh').join('') };
}

/** How many of the acts a finding holds the later law finds too; nothing of a single one. */
function actsOf({ act, decision }: TwoLaws): Localised {
  const { acts, some_undecided } = decision;
  if (act.acts === 1 && acts === 1 && !some_undecided) return { en: '', zh: '' };
  const text = some_undecided ? texts.law_later_acts_undecided : texts.law_later_acts;
  const values = { later: acts, acts: act.acts };
  return { en: fill(text.en, values), zh: fill(text.zh, values) };
}

function sentencesOf(laws: TwoLaws, lang: keyof Localised): string[] {
  const { act, decision, currency } = laws;
  const { day, version_in_force: from, verdict } = decision;
  const fineOf = (range: FineRange | null): string => fineLabel(range, currency)[lang];
  return [
    fill(texts.law_of_act[lang], { from: act.version_in_force, fine: fineOf(act.fine) }),
    from === null
      ? fill(texts.law_repealed[lang], { day })
      : fill(later[verdict][lang], {
          day,
          from,
          fine: fineOf(decision.fine),
          acts: actsOf(laws)[lang],
        }),
    milder[laws.milder ?? 'unknown'][lang],
  ];
}
