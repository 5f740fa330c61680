import { readFileSync } from 'node:fs';
import { matterRules } from '../src/casework/matter-kinds.ts';
import { soon_days } from '../src/casework/clocks-of.ts';
import { commonSteps } from '../src/casework/kinds/common-steps.ts';
import { shownRules } from '../src/casework/shown/shown-rules.ts';
import type { MatterKind } from '../src/model/matter.ts';
import type { Field, MatterRules, Need, StepRule } from '../src/casework/rules.ts';

/** docs/reference/casework.md: every transition table, as the program has it. */
export function caseworkPage(): string {
  const kinds = Object.values(matterRules).flatMap(kindBlocks);
  return `${[intro, ...commonBlocks(), ...kinds].join('\n\n')}\n`;
}

const intro = readFileSync(new URL('casework-intro.md', import.meta.url), 'utf8')
  .trimEnd()
  .replace('{soon_days}', String(soon_days));

function commonBlocks(): string[] {
  return ['## Steps of all kinds', stepTable(commonSteps)];
}

function kindBlocks(rules: MatterRules): string[] {
  const own = Object.fromEntries(
    Object.entries(rules.steps).filter(([name]) => !Object.hasOwn(commonSteps, name)),
  );
  const faces = Object.entries(rules.faces).map(([face, of]) => `${face}: ${of.join(', ')}`);
  return [
    `## ${rules.kind}`,
    `${rules.title.en}. ${rules.title.zh}。 ${faces.join('; ')}.`,
    diagram(rules),
    stepTable(own, rules.kind),
    ...clockTable(rules),
  ];
}

function diagram({ statuses, steps }: MatterRules): string {
  const names = Object.entries(statuses).map(
    ([name, { title }]) => `  state "${name} ${title.zh}" as ${name}`,
  );
  const arrows = Object.entries(steps).flatMap(([name, { from, to }]) => {
    if (to === null || name === 'merge') return [];
    const froms = name === 'open' ? ['[*]'] : Array.isArray(from) ? from : [];
    return froms.map((one) => `  ${one} --> ${to}: ${name}`);
  });
  const ends = Object.entries(statuses)
    .filter(([name, { final }]) => final && name !== 'merged')
    .map(([name]) => `  ${name} --> [*]`);
  const shown = names.filter((line) => !line.endsWith(' as merged'));
  return ['```mermaid', 'stateDiagram-v2', ...shown, ...arrows, ...ends, '```'].join('\n');
}

function stepTable(steps: Readonly<Record<string, StepRule>>, kind?: MatterKind): string {
  const rows = Object.entries(steps).map(([name, step]) => [
    `\`${name}\` ${step.verb.zh}, ${step.verb.en}`,
    `${name === 'open' ? '–' : fromLabel(step)}${step.to === null ? '' : ` → ${step.to}`}`,
    step.by.map(({ face, roles }) => [face, ...roles].join(' ')).join('; '),
    [
      ...(step.reason === 'needed' ? ['reason 须说明理由'] : []),
      ...(step.second ? ['two persons 双人'] : []),
      ...step.needs.map(needLabel),
    ].join('; '),
    Object.entries(step.data)
      .map(([field, rule]) => fieldLabel(field, rule))
      .join(', '),
    effectsOf(step),
    ...(kind === undefined ? [] : [shownLabel(kind, name)]),
  ]);
  const shown = kind === undefined ? [] : ['shown to 可见'];
  return grid(['step 步骤', 'from → to', 'who', 'needs', 'data', 'sets', ...shown], rows);
}

/** The sides that are shown a step, and from when on. */
function shownLabel(kind: MatterKind, type: string): string {
  return Object.entries(shownRules[kind])
    .flatMap(([face, { from, shows, withheld }]) => {
      if (!shows.includes(type)) return [];
      const after = withheld[type] ?? (from.includes(type) ? [] : from);
      return [after.length === 0 ? face : `${face} once ${after.join(' or ')}`];
    })
    .join('; ');
}

function fromLabel({ from }: StepRule): string {
  return typeof from === 'string' ? (from === 'any' ? 'any' : 'any not final') : from.join(', ');
}

function fieldLabel(name: string, rule: Field): string {
  const of = rule.is === 'one_of' ? `: ${Object.keys(rule.of).join(' / ')}` : ` ${rule.is}`;
  const least = 'least' in rule && rule.least > 1 ? ` ≥ ${rule.least}` : '';
  return `\`${name}\`${rule.optional ? '?' : ''}${of}${least}`;
}

function effectsOf({ marks, span, extends: more, keeps }: StepRule): string {
  return [
    ...marks.map(({ name, on, item, when }) =>
      [name, ...word('of', item), ...word('on', on), ...word('if', when)].join(' '),
    ),
    ...(span ? [`${span.does}s ${span.name}`] : []),
    ...(more ? [`extends ${more.clock}${more.until === undefined ? '' : ' to a day'}`] : []),
    ...(keeps.length > 0 ? [`keeps ${keeps.join(', ')}`] : []),
  ].join('; ');
}

function word(before: string, value: string | undefined): string[] {
  return value === undefined ? [] : [before, value];
}

function needLabel(need: Need): string {
  switch (need.is) {
    case 'mark': {
      const after = need.there ? 'after' : 'not after';
      return [after, need.name, ...word('if', need.when ?? need.given)].join(' ');
    }
    case 'item_open':
      return `item begun by ${need.start}, not ended`;
    case 'item_new':
      return 'item is new';
    case 'all_ended':
      return `every ${need.start} ended`;
    case 'span':
      return `${need.name} ${need.runs ? 'runs' : 'does not run'}`;
    case 'not_taken_by':
      return `not by who took ${need.steps.join(', ')}`;
    case 'taken_by':
      return `by who took ${need.step}`;
    case 'not_decided_by':
      return `not by who took ${need.steps.join(', ')} in ${need.matter}`;
    case 'term_over':
      return `term over: ${need.clocks.join(' or ')}`;
    case 'day_past':
      return `${need.kept} ${need.past ? 'past' : 'not past'}`;
    case 'cured':
      return 'a new inspection, all findings gone';
    case 'count':
      return `${need.least} of ${need.mark} or more`;
    case 'as_many':
      return `as many ${need.marks[1]} as ${need.marks[0]}`;
    case 'within':
      return `${need.field} among those granted`;
    case 'seed_matches':
      return 'seed is the committed one';
    case 'said':
      return need.fields.join(' and ');
    case 'at_most':
      return `${need.field} ≤ ${need.other}`;
  }
}

function clockTable({ clocks }: MatterRules): string[] {
  const rows = Object.entries(clocks).map(([name, rule]) => [
    `\`${name}\` ${rule.title.zh}, ${rule.title.en}`,
    rule.deadline === null ? 'set by the step' : `\`${rule.deadline}\``,
    [
      `${rule.from}${rule.per_item ? ', each item' : ''}`,
      ...(rule.given === undefined ? [] : [`if ${rule.given}`]),
      ...(rule.unless === undefined ? [] : [`unless ${rule.unless}`]),
    ].join(' '),
    rule.done.join(', '),
    rule.leaves_out.join(', '),
  ]);
  if (rows.length === 0) return [];
  return [grid(['clock 时限', 'deadline', 'from', 'ended by', 'leaves out'], rows)];
}

function grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
