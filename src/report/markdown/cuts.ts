import type { Report } from '../../model/report.ts';
import { cutKinds, cutOf } from '../facts/cut-of.ts';
import { grouped } from '../show.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import { grid, plain, say } from './escape.ts';

/** Every decision that ties say nothing of persons, and how many values it was applied to. */
export function cutsMarkdown({ network, digests }: Report, lang: Language): string[] {
  if (network.link_cuts.length === 0) return [];
  const { cuts_kinds, cuts_of, waiver_author, waiver_reason, cuts_decided, cuts_values } = texts;
  const heads = [cuts_kinds, cuts_of, waiver_author, waiver_reason, cuts_decided, cuts_values];
  return [
    `**${texts.cuts[lang]}**`,
    say(texts.cuts_note, lang, { sha256: digests.link_cuts ?? '' }),
    grid(
      heads.map((head) => head[lang]),
      network.link_cuts.map((one) => [
        cutKinds(one)[lang],
        plain(cutOf(one)[lang], 300),
        plain(one.author),
        plain(one.reason, 2000),
        one.decided_on,
        grouped(one.ties),
      ]),
    ),
  ];
}
