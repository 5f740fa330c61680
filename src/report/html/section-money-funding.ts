import type { FundingSums, GainGroup, ReportFunding } from '../../model/report-funding.ts';
import type { Report, ReportMoney } from '../../model/report.ts';
import { cashNotes } from '../facts/cash-notes.ts';
import { countsAs, crossingText, lineTexts } from '../facts/funding-lines.ts';
import { gainsNotes } from '../facts/funding-notes.ts';
import { recruitmentShare, shareLines } from '../facts/recruitment-share.ts';
import { amount, grouped, percent } from '../show.ts';
import { texts } from '../texts.ts';
import { bandChart, gainBar } from './band-chart.ts';
import { shareBar } from './charts.ts';
import { both, html, id, nothing } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { note } from './section.ts';
import { table } from './table.ts';

const rows_max = 60;
const flows_max = 12;

/** Where commission came from, and who gains; nothing where there was none. */
export function fundingBlock({ funding, money }: Report): Markup {
  if (funding === null) return nothing;
  const share = recruitmentShare(funding.whole);
  return html`<h3>${both(texts.funding)}</h3>
    ${note(texts.funding_note)}${sources(funding.whole, money)}${
      share === null
        ? note(texts.band_none)
        : html`${note(texts.band_whole, { low: percent(share.low), high: percent(share.high) })}
          ${bandChart(funding.whole, funding.months)}${lines(funding.whole)}`
    }${topEarners(funding, money)}
    <h3>${both(texts.cash)}</h3>
    ${cashNotes(funding.cash, money).map((text) => note(text))}
    <h3>${both(texts.gains)}</h3>
    ${gainsNotes(funding.gains).map((text) => note(text))}
    ${gains('gains-level', texts.gains_levels, texts.level, funding.by_level, money)}
    ${gains('gains-month', texts.gains_months, texts.month, funding.by_month, money)}
    ${flows(funding, money)}`;
}

function sources(whole: FundingSums, money: ReportMoney): Markup {
  return table({
    name: 'funding-t',
    caption: texts.funding_sources,
    heads: [
      { label: both(texts.what) },
      { label: both(texts.sum), numeric: true },
      { label: both(texts.share), numeric: true },
      { label: html`<span class="sr">${both(texts.share)}</span>` },
    ],
    rows: countsAs(whole).map(({ label, hint, sum, share }): Part[] => [
      html`${both(label)}<small>${both(hint)}</small>`,
      both(amount(sum, money)),
      share === null ? '—' : percent(share),
      share === null ? '' : shareBar(share, 'outgoing'),
    ]),
  });
}

function lines(whole: FundingSums): Markup {
  return html`${table({
    name: 'lines-t',
    caption: texts.lines,
    heads: [
      { label: both(texts.line) },
      { label: both(texts.line_low) },
      { label: both(texts.line_high) },
    ],
    rows: shareLines.map((line): Part[] => [
      both(lineTexts[line.key]),
      ...(['low', 'high'] as const).map((end) => {
        const { text, values } = crossingText(whole, line, end);
        return both(text, values);
      }),
    ]),
  })}${note(texts.lines_funding_note)}`;
}

function topEarners({ beneficiaries }: ReportFunding, money: ReportMoney): Markup {
  return table({
    name: 'earners-t',
    caption: texts.top_earners,
    heads: [
      { label: both(texts.member) },
      { label: both(texts.earned), numeric: true },
      { label: both(texts.counts_recruitment), numeric: true },
      { label: both(texts.counts_own_use), numeric: true },
      { label: both(texts.counts_retail), numeric: true },
      { label: both(texts.counts_open), numeric: true },
      { label: both(texts.band), numeric: true },
    ],
    rows: beneficiaries.slice(0, 10).map((sums): Part[] => {
      const share = recruitmentShare(sums);
      const { total, recruitment, own_use, retail, open } = sums;
      return [
        id(sums.id),
        ...[total, recruitment, own_use, retail, open].map((one) => both(amount(one, money))),
        share === null ? '—' : `${percent(share.low)}–${percent(share.high)}`,
      ];
    }),
  });
}

function gains(
  name: string,
  caption: typeof texts.gains_levels | typeof texts.gains_months,
  first: typeof texts.level | typeof texts.month,
  groups: readonly GainGroup[],
  money: ReportMoney,
): Markup {
  if (groups.length === 0) return nothing;
  const most = Math.max(...groups.map(({ earned, paid_in }) => Math.abs(earned - paid_in)));
  return table({
    name,
    caption,
    heads: [
      { label: both(first) },
      { label: both(texts.payers), numeric: true },
      { label: both(texts.never_back), numeric: true },
      { label: both(texts.paid_in), numeric: true },
      { label: both(texts.earned), numeric: true },
      { label: both(texts.net), numeric: true },
      { label: html`<span class="sr">${both(texts.net)}</span>` },
    ],
    rows: groups
      .slice(0, rows_max)
      .map((one): Part[] => [
        one.id,
        grouped(one.payers),
        `${grouped(one.never_back)} (${percent(one.never_back / one.payers)})`,
        both(amount(one.paid_in, money)),
        both(amount(one.earned, money)),
        both(amount(one.earned - one.paid_in, money)),
        gainBar(one.earned - one.paid_in, most),
      ]),
  });
}

function flows({ flows: all }: ReportFunding, money: ReportMoney): Markup {
  const shown = all.filter((one) => one.amount > 0).slice(0, flows_max);
  if (shown.length === 0) return nothing;
  const level = (value: number | null): Part => (value === null ? '—' : grouped(value));
  return html`${table({
    name: 'flows-t',
    caption: texts.flows,
    heads: [
      { label: both(texts.flow_from), numeric: true },
      { label: both(texts.flow_to), numeric: true },
      { label: both(texts.sum), numeric: true },
      { label: html`<span class="sr">${both(texts.share_of_largest)}</span>` },
    ],
    rows: shown.map((one): Part[] => [
      level(one.from_level),
      level(one.to_level),
      both(amount(one.amount, money)),
      shareBar(one.amount / shown[0]!.amount, 'outgoing'),
    ]),
  })}${note(texts.flows_note)}`;
}
