import type { Report } from '../../model/report.ts';
import { cutKinds, cutOf } from '../facts/cut-of.ts';
import { grouped, visible } from '../show.ts';
import { texts } from '../texts.ts';
import { both, data, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { note } from './section.ts';
import { table } from './table.ts';

/** Every decision that ties say nothing of persons, and how many values it was applied to. */
export function cutsTable({ network, digests }: Report): Markup {
  if (network.link_cuts.length === 0) return nothing;
  return html`<div class="block">
    <h3>${both(texts.cuts)}</h3>
    ${note(texts.cuts_note, { sha256: digests.link_cuts ?? '' })}
    ${table({
      name: 'cuts',
      caption: texts.cuts,
      quiet: true,
      heads: [
        { label: both(texts.cuts_kinds) },
        { label: both(texts.cuts_of) },
        { label: both(texts.waiver_author) },
        { label: both(texts.waiver_reason) },
        { label: both(texts.cuts_decided) },
        { label: both(texts.cuts_values), numeric: true },
      ],
      rows: network.link_cuts.map((one) => [
        both(cutKinds(one)),
        both(cutOf(one)),
        html`<bdi>${data(one.author, 120)}</bdi>`,
        html`<bdi>${visible(one.reason, 2_000)}</bdi>`,
        data(one.decided_on),
        grouped(one.ties),
      ]),
    })}
  </div>`;
}
