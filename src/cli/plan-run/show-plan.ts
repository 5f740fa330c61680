import { modeTexts } from '../../cost/modes.ts';
import type { Obstacle } from '../../cost/modes.ts';
import type { Crossover } from '../../cost/crossover.ts';
import { phaseTexts } from '../../cost/phase.ts';
import type { PlannedMode, PlannedPhase, Range, RunPlan } from '../../cost/plan-run.ts';
import { unitCosts } from '../../cost/unit-costs.ts';
import type { Localised } from '../../model/localised.ts';
import type { Language } from '../language.ts';
import { textTable } from '../text-table.ts';

/** A plan as a terminal shows it: each mode, where they cross, what is known and supposed. */
export function showPlan(plan: RunPlan, lang: Language): string {
  const parts = [
    head(plan, lang),
    ...plan.modes.map((mode) => showMode(mode, plan, lang)),
    crossings(plan, lang),
    costs(plan, lang),
    supposed(plan, lang),
  ];
  return `${parts.join('\n\n')}\n`;
}

type Say = (en: string, zh: string) => string;

const saying =
  (lang: Language): Say =>
  (en, zh) =>
    lang === 'zh' ? zh : en;

function head({ load, site }: RunPlan, lang: Language): string {
  const say = saying(lang);
  const network_gbit = (site.network_bytes_per_s * 8) / 1e9;
  return say(
    `${grouped(load.members)} members, ${load.levels} levels; ${grouped(load.orders)} orders\n` +
      `each machine ${site.cores} cores, ${binary(site.memory_bytes)}; ` +
      `cluster of ${site.nodes} nodes, ${network_gbit} Gbit/s each`,
    `会员 ${grouped(load.members)}，层级 ${load.levels}；订单 ${grouped(load.orders)}\n` +
      `每台机器 ${site.cores} 核、${binary(site.memory_bytes)}；` +
      `集群 ${site.nodes} 个节点，每节点 ${network_gbit} Gbit/s`,
  );
}

const obstacleTexts: Readonly<Record<Obstacle, Localised>> = {
  members: { en: 'more than 2,147,483,647 members', zh: '会员数超过 2,147,483,647' },
  memory: { en: 'memory', zh: '内存不足' },
  disk: { en: 'disk', zh: '磁盘不足' },
};

function showMode(
  { mode, obstacles, needs, phases, total }: PlannedMode,
  plan: RunPlan,
  lang: Language,
): string {
  const say = saying(lang);
  const memory = `${binary(needs.memory_bytes)} / ${binary(plan.site.memory_bytes)}`;
  const disk = decimal(needs.disk_bytes) || '0';
  const need = say(
    `needs memory ${memory}, disk ${disk} on the machine of the program`,
    `程序所在机器需内存 ${memory}、磁盘 ${disk}`,
  );
  const why = obstacles.map((one) => obstacleTexts[one][lang]).join(say(', ', '、'));
  const fits =
    obstacles.length === 0 ? '' : say(`\ncannot be done there: ${why}`, `\n无法完成：${why}`);
  const rows = [
    say(
      'phase|where|read|written|shuffled|rounds|time likely|best|worst',
      '阶段|位置|读取|写出|混洗|轮次|可能用时|最好|最差',
    ).split('|'),
    ...phases.map((phase) => [
      phaseTexts[phase.name][lang],
      phase.where === 'spark' ? 'Spark' : say('here', '本机'),
      ...figures(phase, lang),
    ]),
    [say('together', '合计'), '', ...figures(total, lang)],
  ];
  return `${modeTexts[mode][lang]}\n${need}${fits}\n${textTable(rows)}`;
}

function figures(of: Omit<PlannedPhase, 'name' | 'where'>, lang: Language): string[] {
  const { best, likely, worst }: Range = of.wall_s;
  return [
    decimal(of.read_bytes),
    decimal(of.written_bytes),
    decimal(of.shuffled_bytes),
    of.rounds === 0 ? '' : grouped(Math.round(of.rounds)),
    ...[likely, best, worst].map((seconds) => duration(seconds, lang)),
  ];
}

function crossings(
  { crossovers, one_machine_until: until, site }: RunPlan,
  lang: Language,
): string {
  const say = saying(lang);
  const size = (of: { readonly members: number; readonly orders: number }): string =>
    say(
      `${rounded(of.members)} members with ${rounded(of.orders)} orders`,
      `会员 ${rounded(of.members)}、订单 ${rounded(of.orders)}`,
    );
  const line = ({ mode, nodes, size: from }: Crossover): string => {
    const byNodes =
      nodes === null
        ? say('at this size with no number of nodes', '在此规模下，节点再多也不会更快')
        : say(`at this size from ${nodes} nodes`, `在此规模下，自 ${nodes} 个节点起更快`);
    const bySize =
      from === null
        ? say(`with ${site.nodes} nodes at no size`, `${site.nodes} 个节点时，任何规模都不会更快`)
        : say(
            `with ${site.nodes} nodes from ${size(from)}`,
            `${site.nodes} 个节点时，自${size(from)}起更快`,
          );
    return `${modeTexts[mode][lang]}\n  ${byNodes}${say('; ', '；')}${bySize}`;
  };
  return [
    say('Sooner done than on one machine:', '比单机更快：'),
    ...crossovers.map(line),
    until === null
      ? say('One machine can carry any size of this mixture.', '单机可承载此比例的任何规模。')
      : say(`One machine cannot carry more than ${size(until)}.`, `单机最多承载${size(until)}。`),
  ].join('\n');
}

function costs({ unit_costs, measured }: RunPlan, lang: Language): string {
  const say = saying(lang);
  const { measured_on, machine, members, orders } = measured;
  const title = say(
    `Unit costs, measured on ${measured_on} with ${grouped(members)} members and ` +
      `${grouped(orders)} orders on ${machine}`,
    `单位成本（${measured_on} 测得，会员 ${grouped(members)}、订单 ${grouped(orders)}，${machine}）`,
  );
  const anyBundled =
    unit_costs.some(({ bundled }) => bundled) && unit_costs.some(({ bundled }) => !bundled);
  const rows = unit_costs.map(({ name, value, unit, bundled }) => [
    `  ${short(value)} ${unit}`,
    unitCosts[name].how[lang] + (anyBundled && bundled ? say(' (bundled)', '（随附值）') : ''),
  ]);
  return `${title}\n${textTable(rows)}`;
}

function supposed({ assumptions }: RunPlan, lang: Language): string {
  const say = saying(lang);
  const rows = Object.values(assumptions).map(({ best, likely, worst, unit, origin, what }) => [
    `  ${short(likely)} (${short(best)}–${short(worst)}) ${unit}`,
    origin === 'measured' ? say('measured', '实测') : say('assumed', '假设'),
    what[lang],
  ]);
  return `${say('Assumptions: likely (best–worst)', '假设：可能值（最好–最差）')}\n${textTable(rows)}`;
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

/** Two figures: a plan has no more. */
function rounded(value: number): string {
  return grouped(Number(value.toPrecision(2)));
}

function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 4 });
}

const steps = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

function decimal(bytes: number): string {
  if (bytes < 1) return '';
  const power = Math.min(steps.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${short(bytes / 1000 ** power)} ${steps[power]}`;
}

function binary(bytes: number): string {
  return `${short(bytes / 2 ** 30)} GiB`;
}

const units: readonly (readonly [number, Localised])[] = [
  [86_400, { en: 'd', zh: '天' }],
  [3_600, { en: 'h', zh: '小时' }],
  [60, { en: 'min', zh: '分' }],
];

/** Two figures in the largest unit of which there are two or more. */
function duration(seconds: number, lang: Language): string {
  const found = units.find(([size]) => seconds >= 2 * size);
  if (found === undefined) return `${Number(seconds.toPrecision(2))} ${lang === 'zh' ? '秒' : 's'}`;
  const [size, name] = found;
  return `${Number((seconds / size).toPrecision(2)).toLocaleString('en-US')} ${name[lang]}`;
}
