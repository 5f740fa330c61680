import { beforeAll, describe, expect, it } from 'vitest';
import { generateLawful } from '../../src/generate/generate-lawful.ts';
import { listedFindings, listedUndecided } from '../../src/generate/lawful/listed.ts';
import { marketNames, markets } from '../../src/generate/lawful/markets/market.ts';
import type { MarketName } from '../../src/generate/lawful/markets/market.ts';
import type { PlatformWriter } from '../../src/generate/platform-writer.ts';
import type { Finding, Pack, ProvisionVerdict } from '../../src/model/provision.ts';
import type { Report } from '../../src/model/report.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { inFolder, inspectPlatform } from '../support/inspected.ts';
import { judgedDirectly } from '../support/judged-directly.ts';
import { memoryWriter } from '../support/memory-writer.ts';

/** Nothing but the listed indications is found, and no breach. */
function expectListed(
  findings: readonly Finding[],
  verdicts: readonly ProvisionVerdict[],
  market: MarketName = 'cn',
): void {
  expect(verdicts.filter(({ verdict }) => verdict === 'breach')).toEqual([]);
  const found = findings.map(({ provision, subject }) => `${provision} ${subject.id}`);
  const listed = listedFindings[market].map(({ provision, what }) => `${provision} ${what}`);
  expect(found.toSorted()).toEqual(listed.toSorted());
}

function expectDecided(verdicts: readonly ProvisionVerdict[]): void {
  const undecided = verdicts.flatMap(({ provision, needs }) =>
    needs.filter((need) => need !== 'review').map((need) => `${provision} ${need}`),
  );
  const listed = listedUndecided.map(({ provision, what }) => `${provision} ${what}`);
  expect(undecided.toSorted()).toEqual(listed.toSorted());
}

/** The packs of a market, loaded. */
async function packsOf(market: MarketName): Promise<readonly Pack[]> {
  return await shippedPacks(...markets[market].packs);
}

describe.each(marketNames)('a platform that keeps the law of %s, inspected', (market) => {
  let report: Report;
  let rows: Readonly<Record<string, number>>;

  beforeAll(async () => {
    const packs = await packsOf(market);
    const { currency, time_zone } = markets[market];
    const generate = (writer: PlatformWriter) => generateLawful(writer, { market, members: 300 });
    const run = await inspectPlatform(generate, { packs, currency, time_zone });
    ({ report } = run);
    ({ rows } = run.truth);
  }, 120_000);

  it('is read whole: every row of every table, and nothing to remark', () => {
    expect(report.software.name).toBe('canonical tables');
    expect(report.issues).toEqual([]);
    const read = Object.entries(report.tables).map(([name, table]) => [name, table.read]);
    expect(Object.fromEntries(read)).toEqual(rows);
    expect(Object.values(rows).filter((count) => count === 0)).toEqual([]);
    expect(report.as_of).toBe('2026-10-31');
  });

  it('breaches nothing; what it gives an indication of is listed with a reason', () => {
    expectListed(report.findings, report.verdicts.by_provision, market);
  });

  it('is decided by every provision but those listed with a reason', () => {
    expectDecided(report.verdicts.by_provision);
  });
});

describe('a platform that keeps the law, judged by the texts before October 2025', () => {
  it('breaches nothing, and every provision decides', { timeout: 120_000 }, async () => {
    const packs = await shippedPacks('cn');
    const { writer, files } = memoryWriter();
    const { as_of } = await generateLawful(writer, { members: 300, until: '2025-09-30' });
    await inFolder(async (folder) => {
      const { findings, verdicts } = await judgedDirectly(files, folder, packs, as_of);
      expectListed(findings, verdicts);
      expectDecided(verdicts);
    });
  });
});
