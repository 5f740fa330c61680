import type { Localised } from '../../model/localised.ts';
import { texts } from '../texts.ts';
import { both, html } from './markup.ts';
import type { Markup, Part } from './markup.ts';

/** The sections in their order; the key is the anchor. */
export const sectionTitles = {
  summary: texts.section_summary,
  read: texts.section_read,
  stages: texts.section_stages,
  findings: texts.section_findings,
  network: texts.section_network,
  money: texts.section_money,
  unchecked: texts.section_unchecked,
  verify: texts.section_verify,
} as const satisfies Record<string, Localised>;

export type SectionName = keyof typeof sectionTitles;

export const section = sectionsOf(sectionTitles);

/** Makes the numbered sections of a page of these titles. */
export function sectionsOf<Name extends string>(
  titles: Readonly<Record<Name, Localised>>,
): (name: Name, ...body: readonly Part[]) => Markup {
  const names = Object.keys(titles);
  return (name, ...body) => sectionMarkup(name, names.indexOf(name) + 1, titles[name], body);
}

function sectionMarkup(
  name: string,
  number: number,
  title: Localised,
  body: readonly Part[],
): Markup {
  return html`<section id="${name}" aria-labelledby="${name}-h">
    <h2 id="${name}-h" tabindex="-1"><span class="no">${number}</span>${both(title)}</h2>
    ${body}
  </section> `;
}

/** A sentence of explanation in the page's own words. */
export function note(text: Localised, values: Readonly<Record<string, unknown>> = {}): Markup {
  return html`<p class="note">${both(text, values)}</p>`;
}
