import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/inspect/inspect.ts';
import { noteCounts } from '../../src/inspect/note-counts.ts';
import type { Inspection } from '../../src/inspect/inspect.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { countsSentence } from '../../src/report/facts/flip-sentence.ts';

/** A top, one recruit, and that one's recruits: `people` in three levels. */
function structure(top: string, people: number): string[] {
  const rest = Array.from({ length: people - 2 }, (_, i) => `${top}${i}`);
  return [`${top},`, `${top}m,${top}`, ...rest.map((id) => `${id},${top}m`)].map(
    (line) => `${line},2024-01-01 10:00:00`,
  );
}

let inspection: Inspection;
const folder = mkdtempSync(join(tmpdir(), 'pp-note-counts-'));

beforeAll(async () => {
  const put = (table: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, `${table}.csv`), `${lines.join('\n')}\n`);
  put('member', ['member_id,recruiter_id,joined_at', ...structure('a', 31), ...structure('b', 30)]);
  // Two accounts of a are one person: 30 all the same. Two of b are: 29.
  put('account_link', [
    'member_id,kind,link_key',
    ...['a0', 'a1'].map((id) => `${id},phone,13511112222`),
    ...['b0', 'b1'].map((id) => `${id},phone,13533334444`),
  ]);
  put('commission', [
    'commission_id,beneficiary_id,amount_minor,kind,status',
    'c1,a,500,recruit,paid',
  ]);
  const [pack] = await shippedPacks('cn');
  const provisions = pack!.provisions.filter(({ id }) => id === 'cn.criminal.art224-1');
  inspection = await inspect([folder], {
    directory: mkdtempSync(join(folder, 'snapshot-')),
    packs: [{ ...pack!, provisions }],
    polyprism: 'test',
    as_of: '2024-06-30',
  });
});
afterAll(() => {
  inspection.engine.close();
  rmSync(folder, { recursive: true });
});

describe('a finding of art. 224-1', () => {
  it('says so where other ways of counting stay below its line', () => {
    const { findings } = inspection.report;
    const told = findings.map(({ subject, counts }) => [
      subject.id,
      counts ? countsSentence(counts).zh : null,
    ]);
    // Nobody but a was paid: without pure consumers a has itself and its recruit.
    expect(told).toEqual([
      [
        'a',
        '是否达到标准取决于计数口径：30人3级：账号口径31人3级、自然人口径30人3级达到；' +
          '剔除纯消费者口径2人2级未达到，翻转。',
      ],
      [
        'b',
        '是否达到标准取决于计数口径：30人3级：账号口径30人3级达到；' +
          '自然人口径29人3级、剔除纯消费者口径2人2级未达到，翻转。',
      ],
    ]);
  });

  it('keeps its id, and says nothing where all ways reach the line', async () => {
    const { engine, report } = inspection;
    const bare = report.findings.map((finding) => {
      const { counts, ...rest } = finding;
      expect(counts).toBeDefined();
      return rest;
    });
    expect((await noteCounts(engine, bare)).map(({ id }) => id)).toEqual(bare.map(({ id }) => id));
    // Held against a line of two people in two levels, every way of counting reaches it.
    const low = bare.map((finding) => ({ ...finding, parameters: { people: 2, levels: 2 } }));
    expect(await noteCounts(engine, low)).toEqual(low);
    // Without people and levels in its evidence it is about something else.
    const other = bare.map((finding) => ({ ...finding, evidence: [{ days: 3 }] }));
    expect(await noteCounts(engine, other)).toEqual(other);
  });
});
