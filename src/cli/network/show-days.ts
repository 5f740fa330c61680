import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { Examples, NetworkChange, NetworkDay } from '../../model/network-day.ts';
import { grouped, visible } from '../../report/show.ts';
import type { Language } from '../language.ts';
import { textTable } from '../text-table.ts';

const says = {
  day: {
    en:
      'At the end of {day}: {members} member(s) in {roots} structure(s), {levels} ' +
      'level(s); {candidates} with thirty people and three levels.',
    zh: '{day} 终了时：会员 {members} 名，顶点 {roots} 个，最深 {levels} 层；达三十人且三级的 {candidates} 名。',
  },
  per_level: { en: 'Per level: {people}', zh: '各层人数：{people}' },
  not_there: { en: 'Not joined by then: {members}', zh: '当日尚未加入：{members}' },
  change: {
    en: 'From the end of {from} to that of {to}: {joined} joined, {moved} had another upline.',
    zh: '自 {from} 终了至 {to} 终了：新加入 {joined} 名，变更上级 {moved} 名。',
  },
  line: {
    en: '{people} people and {levels} levels: reached by {reached}; no longer by {lost}',
    zh: '{people}人且{levels}级：新达到 {reached}；不再达到 {lost}',
  },
} as const satisfies Record<string, Localised>;

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['member', 'level', 'direct', 'people', 'levels', 'upline'],
  zh: ['会员', '所处层级', '直推', '人数', '层级', '上级路径'],
};

/** The network of a day for a terminal. */
export function showDay(on: NetworkDay, language: Language): string {
  const { day, members, roots, levels, candidates, people_per_level, stated, not_there } = on;
  const rows = stated.map((one) => [
    visible(one.member_id),
    ...[one.level, one.direct, one.people, one.levels].map((count) => grouped(count)),
    one.path.map((id) => visible(id)).join(' › '),
  ]);
  return [
    fill(says.day[language], {
      day,
      members: grouped(members),
      roots: grouped(roots),
      levels: grouped(levels),
      candidates: grouped(candidates),
    }),
    fill(says.per_level[language], {
      people: people_per_level.map((count) => grouped(count)).join(' / '),
    }),
    ...(rows.length === 0 ? [] : ['', textTable([heads[language], ...rows])]),
    ...(not_there.length === 0
      ? []
      : [
          fill(says.not_there[language], {
            members: not_there.map((id) => visible(id)).join(', '),
          }),
        ]),
  ].join('\n');
}

/** What changed between two days, for a terminal. */
export function showChange(change: NetworkChange, language: Language): string {
  const { from, to, joined, moved, lines } = change;
  return [
    fill(says.change[language], {
      from,
      to,
      joined: grouped(joined),
      moved: grouped(moved.count),
    }),
    ...moved.first.map(
      ({ member_id, from_id, to_id }) =>
        `  ${visible(member_id)}: ${visible(from_id ?? '—')} → ${visible(to_id ?? '—')}`,
    ),
    ...lines.map(({ people, levels, reached, lost }) =>
      fill(says.line[language], {
        people,
        levels,
        reached: listed(reached),
        lost: listed(lost),
      }),
    ),
  ].join('\n');
}

/** '3 (a, b, c)'. */
function listed({ count, first }: Examples<string>): string {
  if (count === 0) return '0';
  const more = count > first.length ? ', …' : '';
  return `${grouped(count)} (${first.map((id) => visible(id)).join(', ')}${more})`;
}
