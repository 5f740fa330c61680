import { describe, expect, it } from 'vitest';
import { generateJicunxi } from '../../src/generate/jicunxi.ts';
import { inspectPlatform } from '../support/inspected.ts';

/**
 * Figures of the published decision 平市监处字〔2020〕6号: five entry prices, 15,098 people,
 * receipts of 57,345,400.00, costs of 29,285,395.88, gain of 28,060,004.12.
 */
const ranks = [
  { people: 16, price: 500_000 },
  { people: 882, price: 28_000 },
  { people: 967, price: 8_000 },
  { people: 3_739, price: 3_000 },
  { people: 9_494, price: 600 },
];
const cost_minor = 2_928_539_588;

const { report } = await inspectPlatform((writer) => generateJicunxi(writer));

describe('the decided case with five entry prices', () => {
  it('counts its people, rank by rank', () => {
    expect(ranks.reduce((sum, rank) => sum + rank.people, 0)).toBe(15_098);
    expect(report.network.trees[0]?.members).toBe(15_098);
    expect(report.network.trees[0]?.people_per_level).toEqual(
      ranks.map((rank) => rank.people).toSorted((a, b) => a - b),
    );
  });

  it('adds up its receipts and its gain to the cent', () => {
    expect(report.money.fees).toBe(5_734_540_000);
    expect(report.money.fees! - cost_minor).toBe(2_806_000_412);
    expect(report.money.counts.fees).toBe(15_098);
  });

  it('does not meet the bar on entry fees and on head-count pay', () => {
    const breached = report.verdicts.by_provision
      .filter(({ verdict }) => verdict === 'breach')
      .map(({ provision }) => provision);
    expect(breached).toEqual(
      expect.arrayContaining(['cn.pyramid.art7p1', 'cn.pyramid.art7p2', 'cn.criminal.art224-1']),
    );
  });
});
