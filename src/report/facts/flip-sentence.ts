import { countingProfiles } from '../../model/counting.ts';
import type { CountBracket, CountingProfile, Ends, Flip } from '../../model/counting.ts';
import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { grouped } from '../show.ts';
import { texts } from '../texts.ts';

/** Which ways of counting reach a line and which do not, each with its two numbers. */
export function flipSentence({ counts }: Pick<CountBracket, 'counts'>, flip: Flip): Localised {
  const named = (profiles: readonly CountingProfile[], language: keyof Localised): string =>
    profiles
      .map((profile) =>
        fill(texts.counts_flip_one[language], {
          profile: profileLabel(profile)[language],
          n: grouped(counts[profile]?.people ?? ''),
          m: grouped(counts[profile]?.levels ?? ''),
        }),
      )
      .join(language === 'zh' ? '、' : ', ');
  const sentence = (language: keyof Localised): string =>
    fill(texts.counts_flip_sentence[language], {
      people: flip.people,
      levels: flip.levels,
      met: named(flip.met_by, language),
      not_met: named(flip.not_met_by, language),
    });
  return { en: sentence('en'), zh: sentence('zh') };
}

/** What a finding says where its line is reached under some ways of counting only. */
export function countsSentence(of: Pick<CountBracket, 'counts' | 'flips'>): Localised {
  const said = of.flips.map((flip) => flipSentence(of, flip));
  return {
    en: fill(texts.counts_of_finding.en, { flips: said.map(({ en }) => en).join('; ') }),
    zh: fill(texts.counts_of_finding.zh, { flips: said.map(({ zh }) => zh).join('；') }),
  };
}

/** A way of counting in words; a name that is none of ours has none. */
function profileLabel(profile: string): Localised {
  if (!Object.hasOwn(countingProfiles, profile)) return { en: '—', zh: '—' };
  return countingProfiles[profile as CountingProfile].doc;
}

/** '28–41', or one number where both ends are the same. */
export function rangeOf({ min, max }: Ends): string {
  return min === max ? grouped(min) : `${grouped(min)}–${grouped(max)}`;
}
