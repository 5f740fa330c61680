import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { visible } from '../show.ts';
import type { Language } from '../show.ts';

/** Characters that mean something in Markdown, or in the HTML that may stand inside it. */
const special = /[\\`*_{}[\]()#+!|<>&~$=:@-]/g;

/** Text of the data as Markdown shows it: nothing in it becomes a link, a tag or a table. */
export function plain(text: string, most?: number): string {
  return visible(text, most).replace(special, '\\$&');
}

/** Numbers and dates need no escape and read better without. */
export function cell(text: string | number): string {
  const whole = String(text);
  return /^[-\d.,:%\u2014 ]*$/.test(whole) ? whole : plain(whole);
}

/** One of the report's own sentences; only what is filled in is escaped. */
export function say(
  text: Localised,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const escaped = Object.entries(values).map(([name, value]) => [name, cell(value)]);
  return fill(text[language], Object.fromEntries(escaped));
}

/** A table; heads are the report's own words, cells are escaped by whoever makes them. */
export function grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
