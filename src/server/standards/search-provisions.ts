import { compareText } from '../../model/issue.ts';
import type { Pack, Provision } from '../../model/provision.ts';

export interface Wanted {
  readonly text?: string | undefined;
  readonly stage?: string | undefined;
  readonly duty_bearer?: string | undefined;
  readonly law?: string | undefined;
  readonly status?: string | undefined;
  readonly severity?: string | undefined;
  /** Only versions in force on this day. */
  readonly on?: string | undefined;
}

/** Versions of provisions with all that is wanted, by id and first day. */
export function searchProvisions(packs: readonly Pack[], wanted: Wanted): Provision[] {
  const words = foldedWords(wanted.text ?? '');
  const law = fold(wanted.law ?? '');
  return packs
    .flatMap(({ provisions }) => provisions)
    .filter(
      (one) =>
        is(wanted.stage, one.stage) &&
        is(wanted.status, one.status) &&
        is(wanted.severity, one.severity) &&
        (wanted.duty_bearer === undefined || one.duty_bearer.includes(wanted.duty_bearer)) &&
        (wanted.on === undefined || isInForce(one, wanted.on)) &&
        one.cites.some((cite) => fold(`${cite.law.zh}\n${cite.law.en}`).includes(law)) &&
        hasAll(fold(textOf(one)), words),
    )
    .toSorted((a, b) => compareText(a.id, b.id) || compareText(a.in_force.from, b.in_force.from));
}

function is(wanted: string | undefined, has: string): boolean {
  return wanted === undefined || wanted === has;
}

function isInForce({ in_force: { from, to } }: Provision, on: string): boolean {
  return from <= on && (to === null || on <= to);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** What a reader may remember of a provision. */
function textOf({
  id,
  title,
  cites,
  law,
  reading,
  remedy,
  explain,
  parameters,
}: Provision): string {
  const localised = [title, law, reading, remedy, explain].flatMap(({ zh, en }) => [zh, en]);
  const cited = cites.flatMap((one) => [one.law.zh, one.law.en, one.article]);
  return [id, ...localised, ...cited, ...parameters.map(({ name }) => name)].join('\n');
}

/** Full width letters are found by plain ones, capitals by small ones. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function foldedWords(text: string): string[] {
  return fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
