import type { Fine, InForce, Parameter, Provision } from '../../model/provision.ts';
import { articleLabel } from '../article.ts';
import { fineLabel } from '../fine-label.ts';
import { parameterLabel, subjectLabel, word } from '../labels.ts';
import { bullets, cell, grid, plain } from '../markdown/escape.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import type { Example } from './example.ts';
import { packTexts } from './pack-texts.ts';

/** Longest paragraph of an author shown; a provision's file is smaller than that. */
const paragraph_max = 16 * 1024 * 1024;

/** One provision as a page: its versions, the latest first, each with all it says and does. */
export function provisionPage(
  versions: readonly Provision[],
  examplesOf: (provision: Provision) => readonly Example[],
  language: Language,
): string {
  const latestFirst = versions.toReversed();
  const [latest] = latestFirst;
  if (!latest) return '';
  const blocks = [
    `# ${plain(latest.title[language])}`,
    `\`${latest.id}\` · [${plain(latest.pack)}](index.md)`,
    ...(versions.length > 1 ? versionList(latestFirst, language) : []),
    ...latestFirst.flatMap((one) => versionBlocks(one, examplesOf(one), language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function versionList(versions: readonly Provision[], language: Language): string[] {
  const rows = versions.map((one) => [
    span(one.in_force, language),
    statusOf(one, language),
    plain(one.title[language]),
  ]);
  const heads = [packTexts.from_to, packTexts.status, packTexts.name].map((text) => text[language]);
  return [`## ${packTexts.versions[language]}`, grid(heads, rows)];
}

function versionBlocks(
  provision: Provision,
  examples: readonly Example[],
  language: Language,
): string[] {
  const { law, reading, remedy, fine, test, cannot_tell, parameters } = provision;
  const part = (text: { readonly [name in Language]: string }, blocks: readonly string[]) => [
    `### ${text[language]}`,
    ...blocks,
  ];
  return [
    `## ${packTexts.from_to[language]} ${span(provision.in_force, language)}`,
    bullets(factsOf(provision, language)),
    ...part(texts.law, paragraphs(law[language])),
    ...part(texts.reading, paragraphs(reading[language])),
    ...part(packTexts.test, [fenced(test)]),
    ...(cannot_tell === null ? [] : part(packTexts.undecided_test, [fenced(cannot_tell)])),
    ...part(texts.parameters, [parametersTable(parameters, language)]),
    ...part(texts.exceptions, [listed(provision.exceptions, language)]),
    ...part(texts.false_positives, [listed(provision.false_positives, language)]),
    ...part(texts.remedy, paragraphs(remedy[language])),
    ...(fine === null ? [] : part(packTexts.fine, [finesTable(fine, language)])),
    ...part(packTexts.examples, [
      packTexts.examples_note[language],
      examplesTable(examples, language),
    ]),
  ];
}

function factsOf(provision: Provision, language: Language): string[] {
  const { cites, severity, stage, duty_bearer, subject, related, sha256 } = provision;
  const line = (text: { readonly [name in Language]: string }, value: string): string =>
    `**${text[language]}**: ${value}`;
  const also = related.map((id) => `\`${id}\``);
  return [
    ...cites.map((one) => {
      const article = plain(articleLabel(one.article)[language]);
      const law = plain(one.law[language]);
      const name = one.url === null ? law : `[${law}](<${encodeURI(one.url)}>)`;
      const read = `${word(one.confidence)[language]} (${cell(one.checked)})`;
      return `${name} **${article}** — ${word(one.rank)[language]}, ${read}`;
    }),
    line(packTexts.finds, word(provision.finds)[language]),
    line(packTexts.status, `${statusOf(provision, language)}, ${word(severity)[language]}`),
    line(texts.stage, word(stage)[language]),
    line(texts.duty_bearer, duty_bearer.map((one) => plain(word(one)[language])).join(', ')),
    line(texts.subject, plain(subjectLabel(subject)[language])),
    ...(also.length > 0 ? [line(packTexts.related, also.join(', '))] : []),
    line(packTexts.digest, sha256),
  ];
}

function finesTable({ currency, values }: Fine, language: Language): string {
  const heads = [packTexts.from_to, packTexts.fine, packTexts.source];
  const rows = values.map((one) => [
    span(one, language),
    fineLabel(one, currency)[language],
    plain(one.cite),
  ]);
  return grid(
    heads.map((head) => head[language]),
    rows,
  );
}

function parametersTable(parameters: readonly Parameter[], language: Language): string {
  if (parameters.length === 0) return texts.no_parameters[language];
  const heads = [packTexts.name, packTexts.value, packTexts.from_to, packTexts.source];
  const rows = parameters.flatMap(({ name, unit, values }) =>
    values.map((one) => [
      plain(name),
      cell(parameterLabel(`${one.value} ${unit}`)[language]),
      span(one, language),
      one.cite === 'ours' ? `**${packTexts.ours[language]}**` : plain(one.cite),
    ]),
  );
  return grid(
    heads.map((head) => head[language]),
    rows,
  );
}

function examplesTable(examples: readonly Example[], language: Language): string {
  const { case: name, judged_on, given, not_met, open, clean } = packTexts;
  const heads = [name, judged_on, given, not_met, open, clean].map((head) => head[language]);
  const rows = examples.map((one) => [
    plain(one.name),
    cell(one.as_of),
    lines(one.rows.map((row) => plain(row, paragraph_max))),
    ...[one.breach, one.cannot_tell, one.ok].map((list) => lines(list.map((id) => plain(id)))),
  ]);
  return grid(heads, rows);
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? '—' : items.join('<br>');
}

function listed(list: Provision['exceptions'], language: Language): string {
  if (list.length === 0) return packTexts.none[language];
  return bullets(list.map((one) => plain(one[language], paragraph_max)));
}

/** An author's text: paragraphs stay, nothing else in it becomes markup. */
function paragraphs(text: string): string[] {
  return text
    .trim()
    .split(/\r?\n[ \t]*\r?\n/)
    .map((one) => plain(one.replaceAll(/\s*\n\s*/g, ' '), paragraph_max));
}

function fenced(sql: string): string {
  return `\`\`\`sql\n${sql.replaceAll('\r\n', '\n')}\n\`\`\``;
}

function span({ from, to }: InForce, language: Language): string {
  return `${from} – ${to ?? packTexts.open_end[language]}`;
}

/** One word, where a report says it in a sentence. */
export function statusOf({ status }: Provision, language: Language): string {
  return statusWords[status][language];
}

const statusWords = {
  experimental: { en: 'experimental', zh: '试验' },
  tested: { en: 'tested', zh: '已测试' },
  stable: { en: 'stable', zh: '稳定' },
  superseded: { en: 'superseded', zh: '已被取代' },
} as const;
