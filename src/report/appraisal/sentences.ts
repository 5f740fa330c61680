import type { Appraisal, Argument, StatedMember } from '../../model/appraisal.ts';
import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { amount, evidence, grouped, visible } from '../show.ts';
import { texts } from '../texts.ts';
import { appraisalTexts as say, argumentTexts, treeWords } from './texts.ts';

type Values = Readonly<Record<string, string | number | Localised>>;

/** A text with its values, each in the language it is filled into. */
function sentence(text: Localised, values: Values = {}): Localised {
  const into = (language: keyof Localised): string =>
    fill(
      text[language],
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'object' ? value[language] : value,
        ]),
      ),
    );
  return { en: into('en'), zh: into('zh') };
}

function joined(all: readonly Localised[]): Localised {
  return { en: all.map(({ en }) => en).join(' '), zh: all.map(({ zh }) => zh).join('') };
}

/** What an expert report says of one account, in the order courts quote it. */
export function memberSentence(sheet: StatedMember, money: Appraisal['money']): Localised {
  const { fees, commissions, withdrawals } = sheet.money;
  const tallies = [
    [say.member_fees, fees],
    [say.member_commissions, commissions],
    [say.member_withdrawals, withdrawals],
  ] as const;
  return joined([
    sentence(say.member_line, {
      member: visible(sheet.member_id),
      tree: treeWords[sheet.tree],
      level: grouped(sheet.level),
      levels: grouped(sheet.beneath.levels),
      accounts: grouped(sheet.beneath.people),
    }),
    sentence(say.member_inclusive, {
      people: grouped(sheet.inclusive.people),
      levels: grouped(sheet.inclusive.levels),
    }),
    ...tallies.flatMap(([text, tally]) =>
      tally === null
        ? []
        : [sentence(text, { n: grouped(tally.count), sum: amount(tally.minor, money) })],
    ),
    ...subtree(sheet, money),
    ...paidLine(sheet, money),
    ...left(sheet, money),
  ]);
}

function subtree({ money: sums }: StatedMember, money: Appraisal['money']): Localised[] {
  const { subtree_paid_in_minor: paid, subtree_earned_minor: earned } = sums;
  if (paid === null || earned === null) return [];
  return [
    sentence(say.member_subtree, { paid: amount(paid, money), earned: amount(earned, money) }),
  ];
}

function paidLine({ paid_line: line }: StatedMember, money: Appraisal['money']): Localised[] {
  if (line === null) return [];
  const sum = amount(line.threshold_minor, money);
  const [gross, net] = [line.gross_on ?? say.never, line.net_on ?? say.never];
  return [sentence(say.member_paid_line, { sum, gross, net })];
}

function left({ left: exit }: StatedMember, money: Appraisal['money']): Localised[] {
  if (exit === null) return [];
  const known = (value: number | null): string | Localised =>
    value === null ? texts.not_supplied : grouped(value);
  const { earned_after_minor: earned } = exit;
  return [
    sentence(say.member_left, {
      left: exit.left_on,
      earned: exit.last_earned_on ?? say.never,
      sum: earned === null ? texts.not_supplied : amount(earned, money),
      before: known(exit.people_when_left),
      after: known(exit.people_when_last_earned),
    }),
  ];
}

/** A measure in words. */
export function argumentSentence({ id, figures }: Argument, money: Appraisal['money']): Localised {
  const values = Object.entries(figures).map(
    ([name, value]) => [name, evidence(name, value, money)] as const,
  );
  return sentence(argumentTexts[id], Object.fromEntries(values));
}

/** How the appraisal was made, step by step. */
export function processSteps(appraisal: Appraisal): Localised[] {
  const { materials, raw_tables, trees, sheets, as_of } = appraisal;
  const sum = (of: 'read' | 'refused'): number =>
    raw_tables.reduce((total, table) => total + table[of], 0);
  const provisions = sheets.flatMap(({ questions }) => questions.flatMap(({ answers }) => answers));
  return [
    sentence(say.step_hash, { files: grouped(materials.length) }),
    sentence(say.step_read, {
      tables: grouped(raw_tables.length),
      read: grouped(sum('read')),
      refused: grouped(sum('refused')),
    }),
    say.step_map,
    ...trees.map((tree) =>
      sentence(say.step_forest, {
        tree: treeWords[tree.name],
        self: grouped(tree.self_parents),
        missing: grouped(tree.missing_parents),
        cycles: grouped(tree.cycles),
      }),
    ),
    say.step_count,
    say.step_money,
    sentence(say.step_judge, { provisions: grouped(provisions.length), as_of: visible(as_of) }),
  ];
}

/** The numbered result: networks, persons, sheets, then every account stated. */
export function resultLines(appraisal: Appraisal): Localised[] {
  const { trees, persons, link_cuts, sheets, members, money } = appraisal;
  const sha256 = appraisal.environment.link_cuts ?? '';
  return [
    ...trees.map((tree) =>
      sentence(say.network_line, {
        tree: treeWords[tree.name],
        members: grouped(tree.members),
        roots: grouped(tree.roots),
        levels: grouped(tree.levels),
      }),
    ),
    ...(persons === null ? [] : [sentence(say.persons_line, { persons: grouped(persons) })]),
    ...(link_cuts === 0 ? [] : [sentence(say.cuts_line, { cuts: grouped(link_cuts), sha256 })]),
    ...sheets.map(({ title, questions }) => {
      const answers = questions.flatMap(({ answers: all }) => all);
      const count = (verdict: string): number =>
        answers.filter((one) => one.verdict === verdict).length;
      return sentence(say.result_answers, {
        sheet: title,
        all: answers.length,
        breach: count('breach'),
        no_breach: count('no_breach'),
        cannot_tell: count('cannot_tell'),
      });
    }),
    ...members.map((sheet) => memberSentence(sheet, money)),
  ];
}
