import type { GainGroup, ReportFunding } from '../../model/report-funding.ts';
import type { ReportMoney } from '../../model/report.ts';
import { cashNotes } from '../facts/cash-notes.ts';
import { countsAs, crossingText, lineTexts } from '../facts/funding-lines.ts';
import { gainsNotes } from '../facts/funding-notes.ts';
import { recruitmentShare, shareLines } from '../facts/recruitment-share.ts';
import { amount, grouped, percent } from '../show.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import { cell, grid, plain, say } from './escape.ts';

const rows_max = 60;
const flows_max = 12;

/** Where commission came from, and who gains; nothing where there was none. */
export function fundingMarkdown(
  funding: ReportFunding | null,
  money: ReportMoney,
  lang: Language,
): string[] {
  if (funding === null) return [];
  const { whole, months, beneficiaries, cash, gains, by_level, by_month } = funding;
  const of = (minor: number): string => amount(minor, money)[lang];
  const bandOf = (sums: typeof whole): string => {
    const share = recruitmentShare(sums);
    return share === null ? '—' : `${percent(share.low)}–${percent(share.high)}`;
  };
  const share = recruitmentShare(whole);
  const values = { low: percent(share?.low ?? 0), high: percent(share?.high ?? 0) };
  return [
    `### ${texts.funding[lang]}`,
    texts.funding_note[lang],
    grid(
      [texts.what[lang], texts.sum[lang], texts.share[lang]],
      countsAs(whole).map((one) => [
        `${one.label[lang]} (${one.hint[lang]})`,
        of(one.sum),
        one.share === null ? '—' : percent(one.share),
      ]),
    ),
    share === null ? texts.band_none[lang] : say(texts.band_whole, lang, values),
    ...(months.length === 0
      ? []
      : [
          grid(
            [texts.month[lang], texts.band[lang]],
            months.slice(-rows_max).map((one) => [cell(one.id), bandOf(one)]),
          ),
        ]),
    ...(share === null
      ? []
      : [
          grid(
            [texts.line[lang], texts.line_low[lang], texts.line_high[lang]],
            shareLines.map((line) => {
              const at = (end: 'low' | 'high'): string => {
                const crossing = crossingText(whole, line, end);
                return say(crossing.text, lang, crossing.values);
              };
              return [lineTexts[line.key][lang], at('low'), at('high')];
            }),
          ),
          texts.lines_funding_note[lang],
        ]),
    grid(
      [texts.top_earners[lang], texts.earned[lang], texts.band[lang]],
      beneficiaries.slice(0, 10).map((one) => [plain(one.id), of(one.total), bandOf(one)]),
    ),
    `### ${texts.cash[lang]}`,
    ...cashNotes(cash, money).map((text) => text[lang]),
    `### ${texts.gains[lang]}`,
    ...gainsNotes(gains).map((text) => text[lang]),
    ...groups(texts.gains_levels[lang], texts.level[lang], by_level, of, lang),
    ...groups(texts.gains_months[lang], texts.month[lang], by_month, of, lang),
    ...flows(funding, of, lang),
  ];
}

type Money = (minor: number) => string;

function groups(
  title: string,
  first: string,
  list: readonly GainGroup[],
  of: Money,
  lang: Language,
): string[] {
  if (list.length === 0) return [];
  const heads = [texts.payers, texts.never_back, texts.paid_in, texts.earned, texts.net];
  return [
    `#### ${title}`,
    grid(
      [first, ...heads.map((head) => head[lang])],
      list
        .slice(0, rows_max)
        .map((one) => [
          cell(one.id),
          grouped(one.payers),
          `${grouped(one.never_back)} (${percent(one.never_back / one.payers)})`,
          of(one.paid_in),
          of(one.earned),
          of(one.earned - one.paid_in),
        ]),
    ),
  ];
}

function flows({ flows: all }: ReportFunding, of: Money, lang: Language): string[] {
  const shown = all.filter((one) => one.amount > 0).slice(0, flows_max);
  if (shown.length === 0) return [];
  return [
    `#### ${texts.flows[lang]}`,
    texts.flows_note[lang],
    grid(
      [texts.flow_from[lang], texts.flow_to[lang], texts.sum[lang]],
      shown.map((one) => [
        String(one.from_level ?? '—'),
        String(one.to_level ?? '—'),
        of(one.amount),
      ]),
    ),
  ];
}
