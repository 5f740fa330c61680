import { countingProfiles } from '../../model/counting.ts';
import type { CountBracket, Ends } from '../../model/counting.ts';
import type { Localised } from '../../model/localised.ts';
import type { MemberSummary } from '../../network/explorer/read-explorer.ts';
import type { Crossed } from './member-rows.ts';

interface Stated {
  readonly as_of: string;
  readonly tree: 'sponsor' | 'placement';
  readonly member: Pick<MemberSummary, 'id' | 'level' | 'direct'>;
  readonly bracket: CountBracket;
  readonly crossed: Crossed | null;
}

/** What an expert's report would state of a member, in one sentence of each language. */
export function memberSentence({ as_of, tree, member, bracket, crossed }: Stated): Localised {
  const { people, levels, flips } = bracket;
  const date = crossed?.crossed_30_3_on ?? null;
  const named = { en: { sponsor: 'recruitment', placement: 'placement' }, zh: treesZh };
  const flip = flips.find((one) => one.people === 30);
  const en =
    `As of ${as_of}, by the data supplied, member ${member.id} stood at level ${member.level} of ` +
    `the ${named.en[tree]} network with ${member.direct} direct recruit(s); itself included, ` +
    `${rangeEn(people)} people in ${rangeEn(levels)} level(s).` +
    (date === null ? '' : ` By accounts, 30 people in 3 levels were first there on ${date}.`) +
    (flip === undefined ? '' : ' Whether 30 people in 3 levels are reached depends on the count.');
  const zh =
    `截至${as_of}，依所供数据，会员${member.id}处于${named.zh[tree]}网络第${member.level}层，` +
    `直接发展${member.direct}人；连同本人，共${rangeZh(people)}人、${rangeZh(levels)}级。` +
    (date === null ? '' : `按账号口径，于${date}首次达到三十人且三级。`) +
    (flip === undefined ? '' : '是否达到三十人且三级，因计数口径而异。');
  return { en, zh };
}

const treesZh = { sponsor: '推荐', placement: '安置' };

function rangeEn({ min, max, min_by, max_by }: Ends): string {
  if (min === max) return String(max);
  const [least, most] = [countingProfiles[min_by].doc.en, countingProfiles[max_by].doc.en];
  return `${min} (${least}) to ${max} (${most})`;
}

function rangeZh({ min, max, min_by, max_by }: Ends): string {
  if (min === max) return String(max);
  const [least, most] = [countingProfiles[min_by].doc.zh, countingProfiles[max_by].doc.zh];
  return `${min}（${least}）至${max}（${most}）`;
}
