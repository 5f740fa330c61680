import type { FundingSums } from '../../model/report-funding.ts';
import { recruitmentShare, shareLines } from '../facts/recruitment-share.ts';
import { percent } from '../show.ts';
import { texts } from '../texts.ts';
import { figure, round } from './charts.ts';
import { both, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

const head = 14;
const plot = 150;
const foot = 22;
const months_max = 36;
/** Room for the names of the lines, in per cent of the width. */
const left = 9;

/** A bar from the lower to the upper end per month, and one for the whole, over the lines. */
export function bandChart(whole: FundingSums, months: readonly FundingSums[]): Markup {
  const bars = [
    ...months.slice(-months_max).map((sums) => ({ sums, label: sums.id, all: false })),
    { sums: whole, label: '', all: true },
  ];
  const step = (100 - left) / bars.length;
  const every = Math.ceil(bars.length / 7);
  const y = (share: number): number => round(head + plot * (1 - share));
  const drawn = bars.map(({ sums, label, all }, i) => {
    const share = recruitmentShare(sums);
    const center = round(left + (i + 0.5) * step);
    const labelled = all || (i % every === 0 && (bars.length - 1 - i) * step > 12);
    return html`<g class="${all ? 'whole' : 'month'}"
      >${
        share === null
          ? nothing
          : html`<title>${label} ${percent(share.low)}–${percent(share.high)}</title>
              <rect
                class="band"
                x="${round(left + (i + 0.18) * step)}%"
                y="${y(share.high)}"
                width="${round(step * 0.64)}%"
                height="${round(Math.max(2, y(share.low) - y(share.high)))}"
              />`
      }${
        labelled
          ? html`<text class="lab" x="${center}%" y="${head + plot + 16}"
              >${all ? 'Σ' : label}</text
            >`
          : nothing
      }</g
    >`;
  });
  const share = recruitmentShare(whole);
  const lines = shareLines.map(
    ({ p, q }) =>
      html`<line x1="0" x2="100%" y1="${y(p / q)}" y2="${y(p / q)}" /><text
          class="axis"
          x="0"
          y="${y(p / q) - 3}"
          >${percent(p / q)}</text
        >`,
  );
  return figure(
    {
      name: 'band',
      title: both(texts.band_title),
      description: texts.band_description,
      values: {
        low: share === null ? '—' : percent(share.low),
        high: share === null ? '—' : percent(share.high),
      },
    },
    html`<svg
      class="columns bands"
      role="img"
      aria-labelledby="band-t"
      aria-describedby="band-d"
      width="100%"
      height="${head + plot + foot}"
    >
      <g class="grid">
        <line x1="0" x2="100%" y1="${y(0)}" y2="${y(0)}" />
        <line x1="0" x2="100%" y1="${y(1)}" y2="${y(1)}" />
      </g>
      ${drawn}
      <g class="lines">${lines}</g>
    </svg>`,
  );
}

/** Gains to the right of the middle, losses to the left. */
export function gainBar(net: number, most: number): Markup {
  const width = round(Math.min(1, Math.abs(net) / Math.max(1, most)) * 50);
  return html`<svg class="share gain" aria-hidden="true" width="100%" height="10">
    <rect class="track" width="100%" height="10" rx="2" />
    <rect
      class="${net < 0 ? 'loss' : 'win'}"
      x="${net < 0 ? round(50 - width) : 50}%"
      width="${width}%"
      height="10"
    />
  </svg>`;
}
