import type { Appraisal, StatedMember, VerdictSheet } from '../../model/appraisal.ts';
import { countingProfiles, profileNames } from '../../model/counting.ts';
import type { CountBracket } from '../../model/counting.ts';
import { articleLabel } from '../article.ts';
import { needLabel, word } from '../labels.ts';
import { bullets, cell, grid, plain } from '../markdown/escape.ts';
import { bytes, grouped } from '../show.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import { argumentSentence, memberSentence, processSteps, resultLines } from './sentences.ts';
import { appraisalTexts as say, bearingWords, crossedWords, treeWords } from './texts.ts';

/** Sentences are longer than values, but not without end. */
const sentence_chars_max = 4_000;

/** The appraisal as one Markdown text in one language; the same sections as the page. */
export function renderAppraisalMarkdown(
  appraisal: Appraisal,
  sha256: string,
  lang: Language,
): string {
  const { environment, annexes, as_of } = appraisal;
  const { engine, packs } = environment;
  const blocks = [
    `# ${say.title[lang]}`,
    `${texts.as_of[lang]} ${cell(as_of)} · appraisal.json SHA-256 ${sha256}`,
    `## ${say.basis[lang]}`,
    ...basis(appraisal, lang),
    `## ${say.materials[lang]}`,
    grid(
      [texts.name[lang], texts.size[lang], 'SHA-256'],
      appraisal.materials.map((file) => [plain(file.name), bytes(file.bytes), file.sha256]),
    ),
    `## ${say.process[lang]}`,
    say.process_note[lang],
    numbered(processSteps(appraisal).map((line) => line[lang])),
    bullets([
      `${texts.made_with[lang]}: Polyprism ${plain(engine.polyprism)}`,
      `${texts.engine[lang]}: ${plain(engine.name)} ${plain(engine.version)}`,
      `${texts.report_digest[lang]}: ${appraisal.report_sha256}`,
      ...packs.map((pack) => `${plain(pack.id)} ${cell(pack.version)}: ${pack.sha256}`),
    ]),
    `## ${say.analysis[lang]}`,
    ...analysis(appraisal, lang),
    `## ${say.members[lang]}`,
    ...appraisal.members.flatMap((sheet) => member(sheet, appraisal, lang)),
    `## ${say.result[lang]}`,
    numbered(resultLines(appraisal).map((line) => line[lang])),
    say.result_note[lang],
    `## ${say.annexes[lang]}`,
    say.annex_note[lang],
    grid(
      [say.annex[lang], say.annex_rows[lang], 'SHA-256'],
      annexes.map((one) => [plain(one.name), grouped(one.rows), one.sha256]),
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, i) => `${i + 1}. ${plain(line, sentence_chars_max)}`).join('\n');
}

function basis({ facts }: Appraisal, lang: Language): string[] {
  if (facts === null) return [say.no_facts[lang]];
  const rows = [
    [say.number, facts.number],
    [say.client, facts.client],
    [say.matter, facts.matter],
    [say.received_on, facts.received_on],
    ...facts.appraisers.map(
      ({ name, qualification }) =>
        [say.appraisers, [name, qualification].join(' ').trim()] as const,
    ),
  ] as const;
  return [
    bullets(
      rows.flatMap(([label, value]) => (value === null ? [] : [`${label[lang]}: ${cell(value)}`])),
    ),
    numbered(facts.questions.map((one) => one[lang])),
  ];
}

function analysis(
  { trees, sheets, arguments: measures, money }: Appraisal,
  lang: Language,
): string[] {
  return [
    ...trees.flatMap((tree) => [
      `### ${treeWords[tree.name][lang]}`,
      bracketGrid(tree.bracket, lang),
      levels([texts.level[lang], say.accounts[lang]], tree.people_per_level),
    ]),
    ...sheets.flatMap((sheet) => sheetBlocks(sheet, lang)),
    `### ${say.arguments[lang]}`,
    say.arguments_note[lang],
    grid(
      [say.says[lang], say.speaks_for[lang]],
      measures.map((one) => [
        one.bears === 'unknown'
          ? one.needs.map((need) => plain(needLabel(need)[lang])).join('; ')
          : plain(argumentSentence(one, money)[lang], sentence_chars_max),
        bearingWords[one.bears][lang],
      ]),
    ),
  ];
}

function levels(heads: readonly string[], accounts: readonly number[]): string {
  return accounts.length === 0
    ? ''
    : grid(
        heads,
        accounts.map((count, i) => [grouped(i + 1), grouped(count)]),
      );
}

function sheetBlocks({ title, note, questions }: VerdictSheet, lang: Language): string[] {
  const rows = questions.flatMap(({ title: question, answers }) =>
    answers.length === 0
      ? [[plain(question[lang]), '—', say.sheet_none[lang]]]
      : answers.map(({ verdict, finds, findings, says, needs, cites, title: about }) => [
          plain(question[lang]),
          word(finds === 'indication' && findings > 0 ? 'indication' : verdict)[lang],
          [
            `${plain(about[lang])} (${articles(cites, lang)})`,
            ...says.map((one) => plain(one[lang], sentence_chars_max)),
            ...needs.map((need) => plain(needLabel(need)[lang])),
          ].join('<br>'),
        ]),
  );
  return [
    `### ${plain(title[lang])}`,
    plain(note[lang], sentence_chars_max),
    grid([say.question[lang], say.answer[lang], say.says[lang]], rows),
  ];
}

function member(sheet: StatedMember, { money }: Appraisal, lang: Language): string[] {
  return [
    `### ${plain(sheet.member_id)} · ${treeWords[sheet.tree][lang]}`,
    plain(memberSentence(sheet, money)[lang], sentence_chars_max),
    `${say.member_path[lang]}: ${sheet.path.map((one) => plain(one)).join(' › ')}`,
    bullets(
      Object.entries(sheet.crossed).map(
        ([what, day]) => `${crossedWords[what]?.[lang] ?? what}: ${day ?? say.never[lang]}`,
      ),
    ),
    bracketGrid(sheet.bracket, lang),
    levels([say.level_beneath[lang], say.accounts[lang]], sheet.accounts_beneath),
  ];
}

function bracketGrid(counted: CountBracket | null, lang: Language): string {
  if (counted === null) return '';
  return grid(
    [texts.counts_profile[lang], texts.people[lang], texts.levels[lang]],
    profileNames.flatMap((profile) => {
      const count = counted.counts[profile];
      const name = countingProfiles[profile].doc[lang];
      return count === null ? [] : [[name, grouped(count.people), grouped(count.levels)]];
    }),
  );
}

function articles(cites: readonly string[], lang: Language): string {
  return [...new Set(cites)].map((one) => plain(articleLabel(one)[lang])).join('; ');
}
