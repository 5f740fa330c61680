import { compareText } from '../../model/issue.ts';
import type { Citation, Pack, Provision } from '../../model/provision.ts';
import { articleLabel } from '../article.ts';
import { bullets, cell, grid, plain } from '../markdown/escape.ts';
import type { Language } from '../show.ts';
import { packTexts } from './pack-texts.ts';
import { statusOf } from './provision-page.ts';
import { texts } from '../texts.ts';

interface Cited {
  readonly cite: Citation;
  readonly provision: Provision;
}

/** The table of contents of a pack: each law, its articles, what tests them, and how sure it is. */
export function indexPage(pack: Pack, language: Language): string {
  const { id, version, publisher, digest, provisions, coverage, deadlines } = pack;
  const cited = provisions.flatMap((provision) =>
    provision.cites.map((cite): Cited => ({ cite, provision })),
  );
  const laws = [...Map.groupBy(cited, ({ cite }) => cite.law[language])];
  const blocks = [
    `# ${plain(pack.title[language])}`,
    bullets([
      `\`${id}\` ${packTexts.version[language]} ${cell(version)}`,
      `${packTexts.publisher[language]}: ${plain(publisher)}`,
      `${packTexts.digest[language]}: ${digest}`,
    ]),
    packTexts.index_note[language],
    ...(coverage.length > 0 ? [`[${packTexts.coverage[language]}](coverage.md)`] : []),
    ...(deadlines.length > 0 ? [`[${packTexts.deadlines[language]}](deadlines.md)`] : []),
    ...laws
      .toSorted(([a], [b]) => compareText(a, b))
      .flatMap(([law, of]) => [`## ${plain(law)}`, articles(of, language)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function articles(cited: readonly Cited[], language: Language): string {
  const heads = [packTexts.article, texts.provision, packTexts.status, packTexts.from_to];
  const rows = [...Map.groupBy(cited, ({ cite }) => cite.article)]
    .toSorted(([a], [b]) => compareText(inNumbers(a), inNumbers(b)))
    .map(([article, of]) => [
      plain(articleLabel(article)[language]),
      ...[linkTo, statusOf, since].map((show) =>
        of.map(({ provision }) => show(provision, language)).join('<br>'),
      ),
    ]);
  return grid(
    heads.map((head) => head[language]),
    rows,
  );
}

function linkTo({ id, title }: Provision, language: Language): string {
  return `[${plain(title[language])}](${encodeURIComponent(id)}.md)`;
}

function since({ in_force: { from, to } }: Provision, language: Language): string {
  return `${from} – ${to ?? packTexts.open_end[language]}`;
}

/** 'art. 7' before 'art. 17'. */
function inNumbers(article: string): string {
  return article.replaceAll(/\d+/g, (digits) => digits.padStart(9, '0'));
}
