import type { Appraisal, StatedMember, SheetAnswer, VerdictSheet } from '../../model/appraisal.ts';
import { countingProfiles, profileNames } from '../../model/counting.ts';
import type { CountBracket } from '../../model/counting.ts';
import type { Localised } from '../../model/localised.ts';
import { articleLabel } from '../article.ts';
import { both, data, digest, html, id, listed } from '../html/markup.ts';
import type { Markup, Part } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { note, sectionsOf } from '../html/section.ts';
import { facts, table } from '../html/table.ts';
import { needLabel, word } from '../labels.ts';
import { bytes, grouped } from '../show.ts';
import { texts } from '../texts.ts';
import { argumentSentence, memberSentence, processSteps, resultLines } from './sentences.ts';
import { appraisalTexts as say, bearingWords, crossedWords, treeWords } from './texts.ts';

const titles = {
  basis: say.basis,
  materials: say.materials,
  process: say.process,
  analysis: say.analysis,
  members: say.members,
  result: say.result,
  annexes: say.annexes,
} as const satisfies Record<string, Localised>;

const section = sectionsOf(titles);

/** Uplines shown of a member; appraisal.json has the whole path. */
const path_shown = 60;

/** The appraisal as one HTML file in both languages, to be printed and signed. */
export function renderAppraisalHtml(appraisal: Appraisal, sha256: string): string {
  return page({
    title: say.title,
    as_of: appraisal.as_of,
    file: 'appraisal.json',
    sha256,
    contents: titles,
    sections: [
      basis(appraisal),
      materials(appraisal),
      section(
        'process',
        note(say.process_note),
        numbered(processSteps(appraisal)),
        made(appraisal),
      ),
      section('analysis', analysis(appraisal)),
      section(
        'members',
        appraisal.members.map((sheet, i) => member(sheet, i, appraisal)),
      ),
      section('result', numbered(resultLines(appraisal)), note(say.result_note)),
      annexes(appraisal),
    ],
  });
}

function numbered(lines: readonly Localised[]): Markup {
  return html`<ol class="steps">
    ${lines.map((line) => html`<li>${both(line)}</li>`)}
  </ol>`;
}

function basis({ facts: known }: Appraisal): Markup {
  if (known === null) return section('basis', note(say.no_facts));
  const rows = [
    [say.number, known.number],
    [say.client, known.client],
    [say.matter, known.matter],
    [say.received_on, known.received_on],
  ] as const;
  const people = known.appraisers.map(({ name, qualification }) =>
    qualification === null ? name : `${name} (${qualification})`,
  );
  return section(
    'basis',
    facts([
      ...rows.flatMap(([label, value]) => (value === null ? [] : [[label, data(value)] as const])),
      ...people.map((one) => [say.appraisers, data(one)] as const),
    ]),
    known.questions.length === 0
      ? ''
      : html`<h3>${both(say.questions)}</h3>
          ${numbered(known.questions)}`,
  );
}

function materials({ materials: files, tables, assumptions }: Appraisal): Markup {
  return section(
    'materials',
    table({
      name: 'files-t',
      caption: texts.files,
      quiet: true,
      heads: [
        { label: both(texts.name) },
        { label: both(texts.size), numeric: true },
        { label: 'SHA-256' },
      ],
      rows: files.map((file) => [id(file.name), bytes(file.bytes), digest(file.sha256)]),
    }),
    table({
      name: 'tables-t',
      caption: texts.canonical_tables,
      heads: [
        { label: both(texts.table) },
        { label: both(texts.rows_read), numeric: true },
        { label: both(texts.rows_refused), numeric: true },
      ],
      rows: Object.entries(tables)
        .filter(([, { read, refused }]) => read + refused > 0)
        .map(([name, { read, refused }]) => [id(name), grouped(read), grouped(refused)]),
    }),
    table({
      name: 'assumed-t',
      caption: texts.assumptions,
      heads: [{ label: both(texts.assumed) }, { label: both(texts.value) }],
      rows: assumptions.map((one) => [
        html`${both(word(one.what))} ${one.subject === null ? '' : data(one.subject)}`,
        data(one.value),
      ]),
    }),
  );
}

function made({ environment, report_sha256, as_of }: Appraisal): Markup {
  const { engine, packs } = environment;
  return facts([
    [texts.made_with, html`Polyprism ${data(engine.polyprism)}`],
    [texts.engine, html`${data(engine.name)} ${data(engine.version)}`],
    [texts.as_of, data(as_of)],
    [texts.report_digest, digest(report_sha256)],
    ...packs.map(
      (pack) =>
        [texts.pack, html`${id(pack.id)} ${data(pack.version)} ${digest(pack.sha256)}`] as const,
    ),
  ]);
}

function analysis(appraisal: Appraisal): Part[] {
  const { trees, sheets, arguments: measures, money } = appraisal;
  return [
    ...trees.map(
      (tree) =>
        html`<h3>${both(treeWords[tree.name])}</h3>
          ${bracketTable(tree.bracket, tree.name)}${levelTable(
            `levels-${tree.name}`,
            say.people_per_level,
            texts.level,
            tree.people_per_level,
          )}`,
    ),
    ...sheets.map(sheetBlock),
    html`<h3>${both(say.arguments)}</h3>`,
    note(say.arguments_note),
    table({
      name: 'arguments-t',
      caption: say.arguments,
      quiet: true,
      heads: [{ label: both(say.says) }, { label: both(say.speaks_for) }],
      rows: measures.map((one) => [
        one.bears === 'unknown' ? both(texts.not_supplied) : both(argumentSentence(one, money)),
        html`<strong>${both(bearingWords[one.bears])}</strong>${
            one.needs.length === 0 ? '' : html`<small>${listed(one.needs.map(needLabel))}</small>`
          }`,
      ]),
    }),
  ];
}

function levelTable(
  name: string,
  caption: Localised,
  head: Localised,
  accounts: readonly number[],
): Markup {
  return table({
    name,
    caption,
    heads: [
      { label: both(head), numeric: true },
      { label: both(say.accounts), numeric: true },
    ],
    rows: accounts.map((count, i) => [grouped(i + 1), grouped(count)]),
  });
}

function sheetBlock({ id: name, title, note: said, questions }: VerdictSheet): Markup {
  return html`<h3>${both(title)}</h3>
    ${note(said)}${table({
      name: `sheet-${name}`,
      caption: title,
      quiet: true,
      heads: [
        { label: both(say.question) },
        { label: both(say.answer) },
        { label: both(say.says) },
      ],
      rows: questions.flatMap(({ title: question, answers }): Part[][] =>
        answers.length === 0
          ? [[both(question), '—', both(say.sheet_none)]]
          : answers.map((one) => [both(question), answerCell(one), saysCell(one)]),
      ),
    })}`;
}

function answerCell({ verdict, finds, findings }: SheetAnswer): Markup {
  const shown = finds === 'indication' && findings > 0 ? 'indication' : verdict;
  return html`<strong>${both(word(shown))}</strong>`;
}

function saysCell({ title, cites, says, needs }: SheetAnswer): Markup {
  const articles = listed([...new Set(cites)].map(articleLabel));
  return html`<p>${both(title)} <small>${articles}</small></p>
    ${says.map((one) => html`<p>${both(one)}</p>`)}${
      needs.length === 0 ? '' : html`<p><small>${listed(needs.map(needLabel))}</small></p>`
    }`;
}

function member(sheet: StatedMember, index: number, { money }: Appraisal): Markup {
  const name = `member-${index}`;
  const path = sheet.path.slice(-path_shown);
  return html`<article>
    <h3>${id(sheet.member_id)} <small>${both(treeWords[sheet.tree])}</small></h3>
    <p class="stated">${both(memberSentence(sheet, money))}</p>
    <p>
      ${both(say.member_path)}:
      ${path.length < sheet.path.length ? '… › ' : ''}${path.map(
        (one, i) => html`${i === 0 ? '' : ' › '}${id(one)}`,
      )}
    </p>
    ${facts(
      Object.entries(sheet.crossed).map(([what, day]) => [
        crossedWords[what] ?? texts.as_of,
        day === null ? both(say.never) : data(day),
      ]),
    )}${bracketTable(sheet.bracket, name)}${
      sheet.accounts_beneath.length === 0
        ? ''
        : levelTable(
            `${name}-levels`,
            say.member_beneath,
            say.level_beneath,
            sheet.accounts_beneath,
          )
    }
  </article>`;
}

function bracketTable(counted: CountBracket | null, name: string): Markup | '' {
  if (counted === null) return '';
  return table({
    name: `${name}-counts`,
    caption: texts.counts,
    heads: [
      { label: both(texts.counts_profile) },
      { label: both(texts.people), numeric: true },
      { label: both(texts.levels), numeric: true },
    ],
    rows: profileNames.flatMap((profile): Part[][] => {
      const count = counted.counts[profile];
      if (count === null) return [];
      const counting = both(countingProfiles[profile].doc);
      return [[counting, grouped(count.people), grouped(count.levels)]];
    }),
  });
}

function annexes({ annexes: all }: Appraisal): Markup {
  return section(
    'annexes',
    note(say.annex_note),
    table({
      name: 'annexes-t',
      caption: say.annexes,
      quiet: true,
      heads: [
        { label: both(say.annex) },
        { label: both(say.annex_rows), numeric: true },
        { label: 'SHA-256' },
      ],
      rows: all.map((one) => [id(one.name), grouped(one.rows), digest(one.sha256)]),
    }),
  );
}
