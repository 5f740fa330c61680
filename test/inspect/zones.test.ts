import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { judge } from '../../src/inspect/judge.ts';
import type { Pack } from '../../src/model/provision.ts';
import { importedTables } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';
import { root } from '../tidy/repository.ts';

async function only(pack: string, id: string): Promise<Pack> {
  const whole = await loadPack(join(root, 'packs', pack));
  return { ...whole, provisions: whole.provisions.filter((one) => one.id === id) };
}

/** Six in the evening in Brussels is one in the morning of the next day in Shanghai. */
describe('packs of two places judge one snapshot', () => {
  let engine: DuckDb;
  beforeAll(async () => {
    engine = await DuckDb.open({ threads: 1 });
    const rule = {
      rule_version_id: 'r1',
      title: 'Returns',
      published_at: '2024-03-01T17:00:00Z',
      effective_at: '2024-03-08T00:00:00Z',
    };
    await fillTables(engine, { rule_version: [rule] }, importedTables());
    await analyseNetwork(engine, { time_zone: 'Asia/Shanghai' });
  });
  afterAll(() => engine.close());

  it('each by the days of its own zone, whatever the zone of the data', async () => {
    const packs = [await only('eu', 'eu.p2b.art3'), await only('cn', 'cn.platform.rule-notice')];
    const columns_present = ['rule_version_id', 'title', 'published_at', 'effective_at'];
    const { findings, verdicts } = await judge(engine, packs, {
      as_of: '2024-06-30',
      time_zone: 'America/New_York',
      tables: { rule_version: { read: 1, refused: 0, columns_present } },
      currency: 'CNY',
      input_digests: [],
    });
    expect(
      findings.map(({ provision, act_on, evidence: [row] }) => [
        provision,
        act_on,
        row?.['published_on'],
        row?.['notice_days'],
      ]),
    ).toEqual([
      ['cn.platform.rule-notice', '2024-03-08', '2024-03-02', 6],
      ['eu.p2b.art3', '2024-03-08', '2024-03-01', 7],
    ]);
    expect(verdicts.map(({ provision, verdict }) => [provision, verdict])).toEqual([
      ['cn.platform.rule-notice', 'breach'],
      ['eu.p2b.art3', 'breach'],
    ]);
  });
});
