import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { PlanLint, PlanTest } from '../../plan/lint/lint-plan.ts';
import { articleLabel } from '../../report/article.ts';
import { needLabel } from '../../report/labels.ts';
import type { Language } from '../language.ts';
import { drawNetwork } from './draw-network.ts';

/** A terminal's lines: each test that is met with its example, then those that are not. */
export function showLint(lint: PlanLint, lang: Language): string {
  const { plan, tests, searched, grown_members } = lint;
  const order = ['met', 'cannot_tell', 'not_met'] as const;
  const told = order.flatMap((wanted) =>
    tests.filter(({ verdict }) => verdict === wanted).flatMap((test) => showTest(lint, test, lang)),
  );
  const bound = fill(texts.bound[lang], { ...searched, grown: grown_members });
  return `${[plan.title[lang], '', ...told, '', bound, texts.caution[lang]].join('\n')}\n`;
}

function showTest(lint: PlanLint, test: PlanTest, lang: Language): string[] {
  const { provision, verdict, on_paper, example, needs } = test;
  const { id, title, cites } = provision;
  const [cite] = cites;
  const law = cite ? `${cite.law[lang]} ${articleLabel(cite.article)[lang]}` : '';
  const lines = [`${signOf(test)} ${title[lang]} [${id}]`, `    ${law}`];
  if (verdict === 'cannot_tell') {
    const labels = needs.map((need) => needLabel(need)[lang]).join(lang === 'zh' ? '、' : ', ');
    return [...lines, `    ${fill(texts.needs[lang], { labels })}`];
  }
  if (verdict === 'not_met') return [...lines, `    ${texts.not_met[lang]}`];
  if (on_paper !== null) lines.push(`    ${texts.on_paper[lang]}${on_paper.explanation[lang]}`);
  if (example === null) return [...lines, `    ${texts.paper_only[lang]}`];
  const { members, events, finding, shape } = example;
  const values = { members, events: events.length, shape: shape ? texts[shape][lang] : '' };
  const head = fill(shape === null ? texts.smallest[lang] : texts.grown[lang], values);
  const drawn = drawNetwork(lint.plan, events, lang).map((line) => `      ${line}`);
  return [...lines, `    ${head}`, ...drawn, `    ${finding.explanation[lang]}`];
}

function signOf({ verdict, on_paper, example }: PlanTest): string {
  if (verdict === 'cannot_tell') return '?';
  if (verdict === 'not_met') return '✓';
  return (example?.finding ?? on_paper)?.verdict === 'breach' ? '✗' : '~';
}

const texts = {
  needs: { en: 'Cannot tell. It takes: {labels}', zh: '无法判断。所需：{labels}' },
  not_met: { en: 'Met by no network that was looked at.', zh: '所查网络均未出现该情形。' },
  on_paper: { en: "By the plan's own words: ", zh: '仅凭方案文字：' },
  paper_only: {
    en: 'No network that was looked at shows it in its records alone.',
    zh: '所查网络仅凭其记录均未显示该情形。',
  },
  smallest: {
    en: 'Smallest network whose records show it: {members} member(s), {events} event(s).',
    zh: '仅凭记录即显示该情形的最小网络：会员 {members} 名，事件 {events} 项。',
  },
  grown: {
    en: 'Smallest {shape} whose records show it: {members} members, {events} events.',
    zh: '仅凭记录即显示该情形的最小{shape}：会员 {members} 名，事件 {events} 项。',
  },
  star: { en: 'star (all under the first)', zh: '星形网络（均由首名会员直推）' },
  two_tiers: {
    en: 'network of two tiers (all under the second)',
    zh: '两层网络（均在第二名会员之下）',
  },
  chain: { en: 'chain (each under the one before)', zh: '链形网络（逐一推荐）' },
  bound: {
    en:
      'Looked at: all {networks} networks under one first member, up to {members} members and ' +
      '{events} events in one month, without refunds; beyond them stars, two tiers and chains of ' +
      'up to {grown} members. Networks that differ only in names or order count once.',
    zh:
      '检查范围：同一首名会员之下、会员不超过 {members} 名、一个月内事件不超过 {events} 项且无退款的' +
      '全部 {networks} 种网络；更大的只检查至多 {grown} 名会员的星形、两层和链形网络。' +
      '仅名称或先后不同的网络只计一次。',
  },
  caution: {
    en: 'Says what could be found on such records, not that anything is illegal.',
    zh: '以上说明据此类记录可得出何种发现，不等于认定违法。',
  },
} as const satisfies Record<string, Localised>;
