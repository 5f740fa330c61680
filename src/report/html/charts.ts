import type { Localised } from '../../model/localised.ts';
import { grouped } from '../show.ts';
import { both, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

export interface Column {
  /** Under the column: a level, a month. */
  readonly label: string;
  readonly value: number;
}

export interface ColumnChart {
  /** Unique in the page. */
  readonly name: string;
  readonly title: Markup;
  /** What the chart shows, in a sentence, for those who cannot see it. */
  readonly description: Localised;
  readonly values: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column[];
  /** Tells charts apart by colour: a class of the style sheet. */
  readonly kind?: string;
  /** Height of the plot in pixels. */
  readonly height?: number;
  /** Most labels that fit under the columns on a telephone. */
  readonly labels_max?: number;
}

const head = 22;
const foot = 22;

/**
 * Columns over an axis. Horizontal measures are percentages and vertical ones pixels, so that
 * the chart fills any width while its type keeps its size.
 */
export function columnChart(chart: ColumnChart): Markup {
  const { name, columns, height = 150, labels_max = 8 } = chart;
  const top = niceCeiling(Math.max(1, ...columns.map(({ value }) => value)));
  const step = 100 / Math.max(1, columns.length);
  const every = Math.ceil(columns.length / labels_max);
  const y = (value: number): number => round(head + height - (value / top) * height);
  const bars = columns.map(({ label, value }, i) => {
    const x = round(i * step + step * 0.14);
    const center = round((i + 0.5) * step);
    const number = grouped(value);
    return html`<g
      ><title>${label}: ${number}</title
      ><rect
        class="hit"
        x="${round(i * step)}%"
        y="0"
        width="${round(step)}%"
        height="${head + height}"
      /><rect
        class="bar"
        x="${x}%"
        y="${y(value)}"
        width="${round(step * 0.72)}%"
        height="${round(head + height - y(value))}"
      />${
        columns.length <= 16
          ? html`<text class="val" x="${center}%" y="${y(value) - 5}">${number}</text>`
          : nothing
      }${
        i % every === 0
          ? html`<text class="lab" x="${center}%" y="${head + height + 16}">${label}</text>`
          : nothing
      }</g
    >`;
  });
  const grid = [0, top / 2, top].map(
    (value) => html`<line x1="0" x2="100%" y1="${y(value)}" y2="${y(value)}" />`,
  );
  return figure(
    chart,
    html`<svg
      class="columns ${chart.kind ?? ''}"
      role="img"
      aria-labelledby="${name}-t"
      aria-describedby="${name}-d"
      width="100%"
      height="${head + height + foot}"
    >
      <g class="grid">${grid}</g>
      ${bars}
      <text class="axis" x="0" y="12">${grouped(top)}</text>
    </svg>`,
  );
}

/** A drawing with its title and a description for those who cannot see it. */
export function figure(
  { name, title, description, values }: Omit<ColumnChart, 'columns'>,
  drawing: Markup,
): Markup {
  return html`<figure id="${name}">
    <figcaption id="${name}-t">${title}</figcaption>
    <p class="sr" id="${name}-d">${both(description, values)}</p>
    ${drawing}
  </figure>`;
}

/** The next round number, so that an axis ends at one. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return factor * power;
}

/** Two decimals are finer than any screen and keep the file small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A share as a bar in a table cell. */
export function shareBar(share: number, kind: string): Markup {
  const width = round(Math.max(0, Math.min(1, share)) * 100);
  return html`<svg class="share ${kind}" aria-hidden="true" width="100%" height="10">
    <rect class="track" width="100%" height="10" rx="2" />
    <rect class="fill" width="${width}%" height="10" rx="2" />
  </svg>`;
}

const spark_px = 200;

/** Columns without words for a table cell; few of them stay narrow. */
export function sparkColumns(values: readonly number[]): Markup {
  const top = Math.max(1, ...values);
  const step = Math.min(10, spark_px / Math.max(1, values.length));
  const bars = values.map((value, i) => {
    const height = round(Math.max(value > 0 ? 1 : 0, (value / top) * 26));
    return html`<rect
      x="${round(i * step)}"
      y="${28 - height}"
      width="${round(step * 0.8)}"
      height="${height}"
    />`;
  });
  const width = round(values.length * step);
  return html`<svg class="spark" aria-hidden="true" width="${width}" height="28">${bars}</svg>`;
}
