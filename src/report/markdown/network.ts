import type { TreeSummary } from '../../model/network.ts';
import type { Report } from '../../model/report.ts';
import { bins } from '../facts/bins.ts';
import { candidatesTotal } from '../facts/candidates-total.ts';
import { moneyLines } from '../facts/money-lines.ts';
import { word } from '../labels.ts';
import { amount, grouped, percent } from '../show.ts';
import type { Language } from '../show.ts';
import { growthTexts } from '../texts-growth.ts';
import { texts } from '../texts.ts';
import { countsMarkdown } from './counts.ts';
import { cutsMarkdown } from './cuts.ts';
import { bullets, cell, grid, plain, say } from './escape.ts';
import { fundingMarkdown } from './funding.ts';
import { growthMarkdown } from './growth.ts';

const rows_max = 50;

export function networkMarkdown(report: Report, lang: Language): string[] {
  const { trees, persons, shared_contact_accounts: shared } = report.network;
  const known = trees.filter((tree) => tree.members > 0);
  if (known.length === 0) return [texts.no_network[lang]];
  return [
    `> ${texts.thresholds_apart[lang]}`,
    say(persons === null ? texts.persons_note_unknown : texts.persons_note, lang, {
      accounts: grouped(known[0]?.members ?? 0),
      persons: grouped(persons ?? 0),
      shared: grouped(shared ?? 0),
    }),
    ...cutsMarkdown(report, lang),
    historySentence(report, lang),
    ...known.flatMap((tree) => treeMarkdown(tree, lang)),
  ];
}

function historySentence({ network: { history } }: Report, lang: Language): string {
  if (!history) return growthTexts.no_moves[lang];
  const { movers, members } = history;
  return say(growthTexts.moves, lang, { movers: grouped(movers), members: grouped(members) });
}

function treeMarkdown(tree: TreeSummary, lang: Language): string[] {
  const { schemes } = tree;
  return [
    `### ${word(tree.name)[lang]}`,
    say(texts.tree_sentence, lang, {
      members: grouped(tree.members),
      roots: grouped(tree.roots),
      edges: grouped(tree.members - tree.roots),
      levels: grouped(tree.levels),
      candidates: grouped(candidatesTotal(tree)),
    }),
    `#### ${texts.people_per_level[lang]}`,
    grid(
      [texts.level[lang], texts.people[lang]],
      bins(tree.people_per_level, rows_max).map(({ from, to, sum }) => [
        from === to ? `${from + 1}` : `${from + 1}–${to + 1}`,
        grouped(sum),
      ]),
    ),
    ...growthMarkdown(tree, lang),
    `#### ${texts.schemes[lang]}`,
    grid(
      [texts.scheme_root[lang], texts.people[lang], texts.levels[lang]],
      schemes
        .slice(0, rows_max)
        .map((one) => [plain(one.root_id), grouped(one.people), grouped(one.levels)]),
    ),
    `#### ${texts.candidates[lang]}`,
    ...candidatesMarkdown(tree, lang),
    ...countsMarkdown(tree, lang),
    `#### ${texts.defects[lang]}`,
    bullets([
      `${texts.self_parents[lang]}: ${grouped(tree.self_parents)}`,
      `${texts.missing_parents[lang]}: ${grouped(tree.missing_parents)}`,
      `${say(texts.cycles, lang, { n: tree.cycles })}: ${grouped(tree.cycle_members)}`,
      `${texts.late_parents[lang]}: ${grouped(tree.late_parents)}`,
    ]),
  ];
}

function candidatesMarkdown(tree: TreeSummary, lang: Language): string[] {
  const { candidates } = tree;
  if (candidates.length === 0) return [texts.no_candidates[lang]];
  const shown = candidates.slice(0, rows_max);
  return [
    texts.candidates_note[lang],
    grid(
      [
        texts.member[lang],
        texts.level[lang],
        texts.direct[lang],
        texts.people[lang],
        texts.levels[lang],
        texts.crossed[lang],
      ],
      shown.map((one) => [
        plain(one.member_id),
        grouped(one.level),
        grouped(one.direct),
        grouped(one.people),
        grouped(one.levels),
        cell(one.crossed_30_3 ?? '—'),
      ]),
    ),
    ...(candidates.length > rows_max
      ? [say(texts.candidates_more, lang, { shown: rows_max, all: grouped(candidatesTotal(tree)) })]
      : []),
  ];
}

export function moneyMarkdown({ money, funding, plans }: Report, lang: Language): string[] {
  return [
    texts.money_note[lang],
    grid(
      [texts.what[lang], texts.records[lang], texts.sum[lang]],
      moneyLines(money).map(({ label, hint, count, sum }) => [
        `${label[lang]} (${hint[lang]})`,
        count === null ? '—' : grouped(count),
        sum === null ? texts.not_supplied[lang] : amount(sum, money)[lang],
      ]),
    ),
    ...fundingMarkdown(funding, money, lang),
    `### ${texts.plans[lang]}`,
    ...(plans.length === 0 ? [texts.no_plans[lang]] : []),
    bullets(
      plans.slice(0, rows_max).map((plan) => {
        const rules = plan.rules.map((rule) => {
          const pay = [
            rule.rate === null ? '' : percent(rule.rate),
            rule.amount_minor === null ? '' : amount(rule.amount_minor, money)[lang],
          ];
          const paid = pay.filter((one) => one !== '').join(' + ');
          return `${word(rule.base)[lang]} (${rule.depth ?? '—'}): ${paid || '—'}`;
        });
        const join = plan.join_condition === null ? '—' : word(plan.join_condition)[lang];
        return [
          `**${plain(plan.name ?? plan.plan_id)}**`,
          `${texts.plan_join[lang]}: ${join}`,
          `${texts.plan_levels[lang]}: ${plan.levels_paid ?? '—'}`,
          ...rules,
          `${texts.plan_statement[lang]}: ${plain(plan.statement ?? '—', 600)}`,
        ].join('; ');
      }),
    ),
  ].filter((block) => block !== '');
}
