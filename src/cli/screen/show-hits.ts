import type { Localised } from '../../model/localised.ts';
import type { TermList } from '../../model/terms.ts';
import { visible } from '../../report/show.ts';
import type { TermHit, Untold } from '../../text/screen.ts';
import { anotherWord } from '../../text/screener.ts';
import type { Language } from '../language.ts';

/** A hit with where it stands: line and column of a text, or a segment of a transcript. */
export interface PlacedHit {
  readonly hit: TermHit;
  readonly line: number;
  readonly column: number;
  readonly segment: { readonly id: string; readonly starts_ms: number | null } | null;
  /** The phrase by which it was corrected on air; null for none. */
  readonly corrected_by: string | null;
}

/** Terms of a list beyond those told of a text, or of a segment of a transcript. */
export interface PlacedUntold extends Untold {
  readonly segment: string | null;
}

/** Whether nothing speaks against a hit: no exception and no correction. */
export function stands({ hit, corrected_by }: PlacedHit): boolean {
  return hit.exception === null && corrected_by === null;
}

/** A terminal's lines: each hit with its list, article and what was considered; then the sums. */
export function showHits(
  hits: readonly PlacedHit[],
  untold: readonly PlacedUntold[],
  lists: readonly TermList[],
  lang: Language,
): string {
  const lines = hits.flatMap((one) => [...showHit(one, lists, lang), '']);
  const left = hits.filter(stands).length;
  const sums: Localised = {
    en: `Hits: ${hits.length}, of which with no exception or correction: ${left}.`,
    zh: `命中 ${hits.length} 处，其中不见例外或更正的 ${left} 处。`,
  };
  return `${[...lines, sums[lang], ...untold.map((one) => showUntold(one)[lang])].join('\n')}\n`;
}

function showUntold({ list, count, starts, segment }: PlacedUntold): Localised {
  const where = segment === null ? '' : `#${visible(segment, 40)} `;
  return {
    en: `Not told: ${where}${count} more of ${list}, from character ${starts + 1}: split the text.`,
    zh: `未列出：${where}${list} 另有 ${count} 处，自第 ${starts + 1} 个字符起；请拆分文字后再查。`,
  };
}

function showHit(one: PlacedHit, lists: readonly TermList[], lang: Language): string[] {
  const { hit, line, column, segment } = one;
  const say = (en: string, zh: string): string => (lang === 'zh' ? zh : en);
  const list = lists.find(({ id }) => id === hit.list);
  const place = segment === null ? `${line}:${column}` : placeOf(segment);
  const via = {
    term: '',
    variant: say(' (variant)', '（变体）'),
    homophone: say(' (homophone)', '（谐音）'),
  }[hit.via];
  const head = `${place}  ${visible(hit.found, 80)}${via}`;
  const rule = `    ${hit.list}  ${list?.title[lang] ?? ''}  ${list?.cite ?? ''}`;
  const named = hit.considered.map(({ id, applies, by }) => {
    const exception = list?.exceptions.find((each) => each.id === id);
    const title = exception?.title[lang] ?? say('another word', '另一个词的一部分');
    const cite = id === anotherWord || exception?.cite === 'ours' ? '' : ` (${exception?.cite})`;
    const words = by.map((word) => visible(word, 40)).join(' + ');
    return applies ? `${title}${cite}: ${words}` : null;
  });
  const applying = named.filter((text) => text !== null);
  const considered = hit.considered.length - applying.length;
  return [
    head,
    rule,
    ...applying.map((text) => `    ${say('exception', '例外')}: ${text}`),
    ...(applying.length === 0 && considered > 0
      ? [
          say(
            `    exceptions considered: ${considered}, none applies`,
            `    考虑例外 ${considered} 项，均不适用`,
          ),
        ]
      : []),
    ...(one.corrected_by === null
      ? []
      : [`    ${say('corrected on air', '已当场更正')}: ${visible(one.corrected_by, 80)}`]),
  ];
}

/** The time of a segment as a player shows it, or its id where there is none. */
function placeOf({
  id,
  starts_ms,
}: {
  readonly id: string;
  readonly starts_ms: number | null;
}): string {
  if (starts_ms === null) return `#${visible(id, 40)}`;
  const seconds = Math.floor(starts_ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
