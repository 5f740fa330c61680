import type { Language } from '../../text/words.ts';

export interface ReadableProvision {
  readonly law: string;
  readonly reading: string;
}

/** What a provision's file says to people in a language; null where it is no such file. */
export function readableProvision(
  name: string,
  text: string,
  language: Language,
): ReadableProvision | null {
  if (!/^provisions\/.*\.md$/.test(name)) return null;
  const of = (section: string): string => {
    const whole = partUnder(text, `## ${section}`, /^## /);
    return partUnder(whole, `### ${language}`, /^###? /).trim();
  };
  const [law, reading] = [of('Law'), of('Reading')];
  return law === '' && reading === '' ? null : { law, reading };
}

/** The lines below a heading, to the next one. */
function partUnder(text: string, heading: string, next: RegExp): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.trim() === heading);
  if (from < 0) return '';
  const to = lines.findIndex((line, i) => i > from && next.test(line));
  return lines.slice(from + 1, to < 0 ? lines.length : to).join('\n');
}
