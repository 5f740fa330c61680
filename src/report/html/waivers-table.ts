import type { Report } from '../../model/report.ts';
import { grouped, visible } from '../show.ts';
import { texts } from '../texts.ts';
import { both, data, html, id, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { note } from './section.ts';
import { table } from './table.ts';

/** Every waiver given to the run, and how many findings it was applied to. */
export function waiversTable({ waivers }: Report): Markup {
  if (waivers.length === 0) return nothing;
  return html`<div class="block">
    <h3>${both(texts.waivers)}</h3>
    ${note(texts.waivers_note)}
    ${table({
      name: 'waivers',
      caption: texts.waivers,
      quiet: true,
      heads: [
        { label: both(texts.provision) },
        { label: both(texts.subject) },
        { label: both(texts.waiver_author) },
        { label: both(texts.waiver_reason) },
        { label: both(texts.waiver_until) },
        { label: both(texts.findings), numeric: true },
      ],
      rows: waivers.map((one) => [
        id(one.provision),
        one.subject === null ? both(texts.waiver_all) : id(one.subject),
        html`<bdi>${data(one.author, 120)}</bdi>`,
        html`<bdi>${visible(one.reason, 2_000)}</bdi>`,
        html`${data(one.decided_on)} – ${data(one.expires_on)}
        ${one.holds ? '' : html`<small>${both(texts.waiver_over)}</small>`}`,
        grouped(one.findings),
      ]),
    })}
  </div>`;
}
