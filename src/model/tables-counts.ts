import { countingLines, countingProfiles, profileNames } from './counting.ts';
import type { CountingProfile } from './counting.ts';
import { code, id, int, needing, text } from './table-shape.ts';
import type { Column, TableShape } from './table-shape.ts';

/** What a profile needs beside the tree; accounts need nothing. */
function counted(profile: CountingProfile, shape: Column): Column {
  const { needs } = countingProfiles[profile];
  return needs === null ? shape : needing(shape, needs);
}

const perProfile = profileNames.flatMap((profile): [string, Column][] => {
  const { en, zh } = countingProfiles[profile].doc;
  return [
    [`people_${profile}`, counted(profile, int(`people: ${en}`, `人数：${zh}`))],
    [`levels_${profile}`, counted(profile, int(`levels: ${en}`, `层级数：${zh}`))],
  ];
});

const lines = countingLines.map(({ people, levels }): [string, Column] => [
  `met_${people}`,
  code(
    ['every', 'some', 'none'],
    `whether every, some or no way of counting has ${people} people and ${levels} levels`,
    `达到${people}人且${levels}级：全部口径、部分口径、无口径`,
  ),
]);

/** The legal numbers of each member as brackets over the ways of counting. */
export const countTables = {
  network_count: {
    doc: {
      en:
        'people and levels of a member who recruited anyone, under each way of counting; without ' +
        'recruits both are 1 under all',
      zh: '有下线的会员在各计数口径下的人数与层级数；无下线者各口径均为1人1级，不列',
    },
    key: 'member_id',
    derived: { from: ['member.recruiter_id', 'member.placement_id'] },
    columns: {
      tree: text("'sponsor' or 'placement'", '网络：推荐或安置'),
      member_id: id('member', '会员'),
      people_min: int('least people of any way of counting', '人数下限'),
      people_max: int('most people of any way of counting', '人数上限'),
      people_min_by: text('first way of counting that gives the least', '人数下限所依口径'),
      levels_min: int('least levels of any way of counting', '层级数下限'),
      levels_max: int('most levels of any way of counting', '层级数上限'),
      levels_min_by: text('first way of counting that gives the least', '层级数下限所依口径'),
      ...Object.fromEntries([...lines, ...perProfile]),
    },
  },
} satisfies Record<string, TableShape>;
