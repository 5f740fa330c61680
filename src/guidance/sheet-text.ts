import { fill } from '../model/localised.ts';
import type { Localised } from '../model/localised.ts';
import { classFrom, share_orders_min } from './integrity-parts.ts';
import type { IntegritySheet } from './integrity-sheet.ts';
import { notice } from './notice.ts';
import type { PartPoints } from './part-points.ts';
import type { Outlook, Way } from './ways-to-improve.ts';

const texts = {
  zh: {
    head: '经营者 {id} 诚信评价单（截至 {as_of}）',
    told: '等级 {class}：100 分扣除以下各项，余 {points} 分。',
    untold: '等级无法判断：余分在 {min} 至 {max} 之间。',
    classes: '等级：{list}',
    part: '{title}：扣 {points} 分（上限 {cap} 分；参数：{parameter}）',
    events: '  近 {months} 个月，每项 {weight} 分；前一半期间全额，后一半期间减半',
    open: '  每项 {weight} 分，改正后不再计',
    item: '  {on} {ref}：{points} 分；{halves_on} 起减半，{lapses_on} 起不计',
    finding: '  {ref}：{points} 分',
    share:
      '  近 {months} 个月 {cases}/{out_of}，95% 威尔逊区间下限 {low}；其他经营者 ' +
      '{others_cases}/{others_out_of}，上限 {others_high}。下限超过上限的1、2、4、8倍各计一档，每档 ' +
      '{weight} 分：{steps} 档',
    facts: '{title}：无法判断（数据没有记载），最多扣 {cap} 分',
    orders: '{title}：无法判断（少于 {least} 单，还差 {count} 单），最多扣 {cap} 分',
    ways: '单项改进的结果：',
    cure: '  改正 {ref}：加 {gained} 分，等级 {class}',
    lapse: '  {ref} 于 {on} 起不计：加 {gained} 分，等级 {class}',
    clean_orders: '  {part}：再有 {count} 单无此情形，加 {gained} 分，等级 {class}',
    rises: '没有新增事项的，{on} 起等级提高。',
    cannot: '无法判断',
  },
  en: {
    head: 'Integrity sheet of operator {id} as of {as_of}',
    told: 'Class {class}: 100 points less what follows leaves {points}.',
    untold: 'Class cannot be told: between {min} and {max} points are left.',
    classes: 'Classes: {list}',
    part: '{title}: {points} point(s) off (at most {cap}; parameter: {parameter})',
    events: '  in {months} months, {weight} each; in full in the first half of them, then half',
    open: '  {weight} each until cured',
    item: '  {on} {ref}: {points}; half from {halves_on}, none from {lapses_on}',
    finding: '  {ref}: {points}',
    share:
      '  in {months} months {cases} of {out_of}, lower 95 % Wilson bound {low}; other operators ' +
      '{others_cases} of {others_out_of}, upper bound {others_high}. A step for each of 1, 2, 4 ' +
      'and 8 times that the lower is above the upper, {weight} each: {steps} step(s)',
    facts: '{title}: cannot tell (the data do not say), at most {cap} off',
    orders:
      '{title}: cannot tell (fewer than {least} orders, {count} more wanted), at most {cap} off',
    ways: 'What single changes would come to:',
    cure: '  {ref} cured: {gained} back, class {class}',
    lapse: '  {ref} lapses on {on}: {gained} back, class {class}',
    clean_orders: '  {part}: {count} more orders without a case, {gained} back, class {class}',
    rises: 'With nothing new the class is better from {on} on.',
    cannot: 'cannot tell',
  },
} as const;

/** The sheet as text: with it and a pocket calculator the class can be worked out again. */
export function sheetText(
  sheet: IntegritySheet,
  { ways, rises_on }: Outlook,
  lang: keyof Localised,
): string {
  const say = texts[lang];
  const { operator_id: id, as_of, class: found, points_min: min, points_max: max } = sheet;
  const list = classFrom.map(([name, from]) => `${name} ≥ ${from}`).join('，');
  const lines = [
    fill(say.head, { id, as_of }),
    found === null ? fill(say.untold, { min, max }) : fill(say.told, { class: found, points: max }),
    fill(say.classes, { list: lang === 'zh' ? list : list.replaceAll('，', ', ') }),
    ...sheet.parts.flatMap((part) => partLines(part, lang)),
  ];
  if (ways.length > 0) lines.push(say.ways, ...ways.map((way) => wayLine(way, sheet, lang)));
  if (rises_on !== null) lines.push(fill(say.rises, { on: rises_on }));
  return [...lines, notice[lang]].join('\n');
}

function partLines({ part, items, share, points, needs }: PartPoints, lang: keyof Localised) {
  const say = texts[lang];
  const title = part.title[lang];
  const { cap_points: cap, weight_points: weight, parameter } = part;
  if (points === null) {
    const least = share_orders_min;
    return [fill(say[needs?.what ?? 'facts'], { title, cap, least, count: needs?.count })];
  }
  const lines = [fill(say.part, { title, points, cap, parameter })];
  if (part.kind === 'open') lines.push(fill(say.open, { weight }));
  else if (part.kind === 'events') {
    lines.push(fill(say.events, { weight, months: part.window_months }));
  } else if (share) {
    const bounds = { low: share.low.toFixed(6), others_high: share.others_high.toFixed(6) };
    lines.push(fill(say.share, { ...share, ...bounds, weight, months: part.window_months }));
  }
  const item = part.kind === 'open' ? say.finding : say.item;
  return [...lines, ...items.map((one) => fill(item, { ...one }))];
}

function wayLine(way: Way, sheet: IntegritySheet, lang: keyof Localised): string {
  const title = sheet.parts.find(({ part }) => part.name === way.part)?.part.title[lang];
  return fill(texts[lang][way.kind], {
    ref: way.ref,
    on: way.on,
    part: title,
    count: way.clean_orders,
    gained: way.gained_points,
    class: way.class_then ?? texts[lang].cannot,
  });
}
