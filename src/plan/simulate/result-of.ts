import { simulatedLines } from '../../model/simulation.ts';
import type { GroupResult, LevelResult, LineCrossing, Outlook } from '../../model/simulation.ts';
import type { SimulatedMoney, Simulation, TenthResult } from '../../model/simulation.ts';
import type { Group } from './groups-of.ts';
import { spreadOf } from './spread-of.ts';
import { termsOf } from './terms-of.ts';
import type { Observed, Study } from './study.ts';

/** What all runs together show. */
export function resultOf(study: Study): Simulation {
  const { plan, assumptions, observed } = study;
  const over = (figure: (one: Observed) => number) => spreadOf(observed.map(figure));
  return {
    plan: { id: plan.id, title: plan.title, currency: plan.currency },
    assumptions,
    terms: termsOf(plan, assumptions),
    members: over(({ members }) => members),
    levels: over(({ levels }) => levels),
    no_recruit_share: over(({ noRecruitShare }) => noRecruitShare),
    money: moneyOf(observed),
    crossings: crossingsOf(study),
    tenths: tenthsOf(observed),
    by_level: levelsOf(observed),
    outlook: outlookOf(study),
  };
}

function moneyOf(observed: readonly Observed[]): SimulatedMoney {
  const over = (figure: (one: Observed) => number | null) =>
    spreadOf(observed.flatMap((one) => figure(one) ?? []));
  return {
    cash_in_minor: over(({ cashIn }) => cashIn),
    commission_minor: over(({ commission }) => commission),
    paid_out_minor: over(({ paidOut }) => paidOut),
    unpaid_minor: over(({ unpaid }) => unpaid),
    owed_back_minor: over(({ owedBack }) => owedBack),
    kept_minor: over(({ cashIn, commission }) => cashIn - commission),
    owed_share_max: over(({ owedShareMax }) => owedShareMax),
    not_covered_day: over(({ notCoveredDay }) => notCoveredDay),
    recruitment_share_low: over(({ recruitmentLow }) => recruitmentLow),
    recruitment_share_high: over(({ recruitmentHigh }) => recruitmentHigh),
  };
}

function crossingsOf({ plan, observed }: Study): LineCrossing[] {
  const dayOf = {
    levels_3: ({ crossed }: Observed) => crossed.levels,
    people_30_levels_3: ({ crossed }: Observed) => crossed.people,
    people_120: ({ crossed }: Observed) => crossed.many,
    paid_2500000_yuan: ({ crossed }: Observed) => crossed.paid,
  };
  return simulatedLines
    .filter((line) => line !== 'paid_2500000_yuan' || plan.currency === 'CNY')
    .map((line) => {
      const days = observed.map(dayOf[line]);
      const runs_crossed = days.filter((day) => Number.isFinite(day)).length;
      return { line, runs_crossed, day: spreadOf(days) };
    });
}

function tenthsOf(observed: readonly Observed[]): TenthResult[] {
  return Array.from({ length: 10 }, (_, i) => {
    const groups = observed.flatMap(({ tenths }) => tenths.get(i) ?? []);
    return { tenth: i + 1, ...groupResult(groups) };
  });
}

function levelsOf(observed: readonly Observed[]): LevelResult[] {
  const most = Math.max(...observed.map(({ byLevel }) => byLevel.size));
  return Array.from({ length: most }, (_, i) => {
    const groups = observed.flatMap(({ byLevel }) => byLevel.get(i) ?? []);
    const members = observed.map(({ byLevel }) => byLevel.get(i)?.members ?? 0);
    return { level: i + 1, members: spreadOf(members), ...groupResult(groups) };
  });
}

function groupResult(groups: readonly Group[]): GroupResult {
  const over = (figure: (one: Group) => number) => spreadOf(groups.map(figure));
  return {
    loss_share: over(({ lossShare }) => lossShare),
    loss_share_with_purchases: over(({ lossShareWithPurchases }) => lossShareWithPurchases),
    net_minor: over(({ net }) => net),
    net_with_purchases_minor: over(({ netWithPurchases }) => netWithPurchases),
  };
}

function outlookOf({ plan, assumptions, joins_in_month, seen }: Study): Outlook {
  const { rank, price_minor } = termsOf(plan, assumptions).joins[0]!;
  return {
    joins_in_month,
    rank,
    price_minor,
    horizons: seen.map(({ months, runs, earnedBack, noRecruit, net, netWithPurchases }) => {
      const people = net.length;
      const share = (count: number): number | null => (people > 0 ? count / people : null);
      return {
        months,
        people,
        runs,
        earned_back_share: price_minor > 0 ? share(earnedBack) : null,
        no_recruit_share: share(noRecruit),
        net_minor: spreadOf(net),
        net_with_purchases_minor: spreadOf(netWithPurchases),
      };
    }),
  };
}
