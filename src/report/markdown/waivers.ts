import type { Report } from '../../model/report.ts';
import { grouped } from '../show.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import { grid, plain } from './escape.ts';

/** Every waiver given to the run, and how many findings it was applied to. */
export function waiversMarkdown({ waivers }: Report, lang: Language): string[] {
  if (waivers.length === 0) return [];
  const { provision, subject, waiver_author, waiver_reason, waiver_until, findings } = texts;
  const heads = [provision, subject, waiver_author, waiver_reason, waiver_until, findings];
  return [
    `**${texts.waivers[lang]}.** ${texts.waivers_note[lang]}`,
    grid(
      heads.map((head) => head[lang]),
      waivers.map((one) => [
        plain(one.provision),
        one.subject === null ? texts.waiver_all[lang] : plain(one.subject),
        plain(one.author),
        plain(one.reason, 2000),
        `${one.decided_on} – ${one.expires_on}${one.holds ? '' : ` (${texts.waiver_over[lang]})`}`,
        grouped(one.findings),
      ]),
    ),
  ];
}
