import { describe, expect, it } from 'vitest';
import { needsOf, phasesOf } from '../../src/cost/modes.ts';
import { totalOf } from '../../src/cost/phase.ts';
import type { Phase } from '../../src/cost/phase.ts';
import { plainFigures, plainLoad, plainSite } from './plain-figures.ts';

/** Name and seconds by the wall, to a thousandth. */
const times = (phases: readonly Phase[]): [string, number][] =>
  phases.map(({ name, wall_s }) => [name, Math.round(wall_s * 1000) / 1000]);

describe('the phases of one machine', () => {
  it('take what can be reckoned in the head', () => {
    // 1 million members and 30.2 million rows of orders, a microsecond each; two cores.
    const phases = phasesOf('one_machine', plainLoad, plainSite, plainFigures());
    expect(times(phases)).toEqual([
      ['import', 31.2],
      ['start', 1],
      ['members', 0.5],
      ['money', 5],
      ['forest', 1],
      ['dates', 1],
      ['tables', 1],
      ['derived', 10],
      ['derived_members', 1],
      ['provisions', 5],
    ]);
    expect(phases[0]).toMatchObject({ read_bytes: 3.12e9, written_bytes: 5.1e8, rounds: 0 });
    expect(totalOf(phases).wall_s).toBeCloseTo(56.7, 9);
  });

  it('wait for a disk that is slower than the work', () => {
    const figures = plainFigures({ disk_read_bytes_per_s: 1e7 });
    const [, , , money] = phasesOf('one_machine', plainLoad, plainSite, figures);
    // 10 million orders of 50 bytes at 10 MB a second.
    expect(money?.wall_s).toBe(50);
    const shared = { ...figures, assumed: { ...figures.assumed, disk_share: 0.25 } };
    expect(phasesOf('one_machine', plainLoad, plainSite, shared)[3]?.wall_s).toBe(200);
  });

  it('write to disk what half of the memory does not hold, and read it again', () => {
    // 10 million orders of 100 bytes are a thousand million bytes.
    const provisions = (memory_bytes: number): Phase | undefined =>
      phasesOf('one_machine', plainLoad, { ...plainSite, memory_bytes }, plainFigures()).at(-1);
    expect(provisions(2e9)).toMatchObject({ read_bytes: 5e8, written_bytes: 0 });
    expect(provisions(1.9e9)).toMatchObject({ read_bytes: 1.5e9, written_bytes: 1e9 });
  });

  it('leave out what is not asked for', () => {
    const asked = { ...plainLoad, imported: true, derived: false };
    const names = phasesOf('one_machine', asked, plainSite, plainFigures()).map(({ name }) => name);
    expect(names.join(' ')).toBe('start members money forest dates tables provisions');
  });

  it('share between one thread and the cores that are busy', () => {
    // 10 s: 4 s by one thread, 6 s by 8 cores of which three quarters are busy.
    const figures = plainFigures({}, { one_thread: 0.4, busy_cores: 0.75 });
    const phases = phasesOf('one_machine', plainLoad, { ...plainSite, cores: 8 }, figures);
    expect(phases.find(({ name }) => name === 'derived')?.wall_s).toBeCloseTo(5, 9);
  });

  it('cost more a row where there are more rows than were measured', () => {
    // 8 million members are three doublings of a million: 10 % each.
    const load = { ...plainLoad, members: 8e6 };
    const figures = plainFigures({}, { growth_per_doubling: 0.1, cpu_spread: 2 });
    const forest = phasesOf('one_machine', load, plainSite, figures)[4];
    expect(forest?.cpu_s).toBeCloseTo(8 * 2 * 1.3, 9);
  });
});

describe('provisions on Spark', () => {
  it('take processor, network and the wait of each statement', () => {
    const figures = plainFigures(
      { spark_filter_factor: 5, spark_group_factor: 7 },
      { cluster_statement_s: 2, compressed: 0.5, network_share: 0.5, scans: 2 },
    );
    const provisions = phasesOf('split', plainLoad, plainSite, figures).at(-1);
    // 10 s times 6 over 10 cores; 1 GB, halved, over 5 nodes of 50 MB/s; 10 statements of 3 s.
    expect(provisions).toMatchObject({
      where: 'spark',
      read_bytes: 1e9,
      shuffled_bytes: 1e9,
      rounds: 10,
      cpu_s: 60,
    });
    expect(provisions?.wall_s).toBeCloseTo(6 + 2 + 30, 9);
  });

  it('wait for the reading where the nodes reckon faster than they read', () => {
    const figures = plainFigures({}, { scans: 10, joined_bytes_per_order: 0, statements: 0 });
    // 5 GB from 5 nodes at 100 MB/s, beside one second of processor.
    expect(phasesOf('split', plainLoad, plainSite, figures).at(-1)?.wall_s).toBeCloseTo(10, 9);
  });

  it('come after all that is done here', () => {
    const names = phasesOf('split', plainLoad, plainSite, plainFigures()).map(
      ({ name, where }) => `${where}:${name}`,
    );
    expect(names.slice(-3)).toEqual(['here:derived_members', 'here:lay', 'spark:provisions']);
  });
});

describe('scans of orders', () => {
  it('are on Spark where the run is split, and what is by member is here', () => {
    const phases = phasesOf('split', plainLoad, plainSite, plainFigures());
    const there = phases.filter(({ where }) => where === 'spark').map(({ name }) => name);
    expect(there).toEqual(['money', 'derived', 'provisions']);
    const figures = plainFigures({ spark_filter_factor: 5, spark_group_factor: 7 });
    const [money, derived] = phasesOf('split', plainLoad, plainSite, figures).filter(
      ({ where }) => where === 'spark',
    );
    // Ten million orders of a microsecond, times 7 to group them, times 6 for some of both.
    expect(money).toMatchObject({ cpu_s: 70, read_bytes: 5e8, shuffled_bytes: 9.6e7, rounds: 25 });
    expect(derived).toMatchObject({ cpu_s: 60, shuffled_bytes: 1e9, rounds: 76 });
    // Over 10 cores; 1 GB between 5 nodes of 100 MB/s; a second for each of 76 statements.
    expect(derived?.wall_s).toBeCloseTo(Math.max(6, 12.5e9 / 5e8) + 2 + 76, 9);
  });

  it('are not held in the memory of the machine that splits', () => {
    const load = { ...plainLoad, orders: 1e9 };
    const bytes = (mode: 'one_machine' | 'split'): number =>
      needsOf(mode, load, plainSite, plainFigures()).memory_bytes - 1.5 * 2 ** 30;
    expect([bytes('one_machine'), bytes('split')]).toEqual([1e10, 1e8]);
  });
});

describe('the forest in SQL', () => {
  // Reckoned before the program was: DuckDB 13 µs a member, Spark four times that, 3 s a round,
  // 0.55 TB of 1.27 TB sent, 16 cores and 1.25 GB/s a node, a thousand million members.
  const published = [
    [10, 13],
    [40, 8],
    [100, 7],
  ] as const;

  it.each(published)('with %i nodes takes %i minutes', (nodes, minutes) => {
    const figures = plainFigures(
      { sql_forest_member_us: 13, spark_group_factor: 4, spark_statement_s: 1 },
      { cluster_statement_s: 2, compressed: 0.55 / 1.27, statements: 0 },
    );
    const load = { ...plainLoad, members: 1e9, orders: 0, levels: 55 };
    const site = { ...plainSite, nodes, cores: 16, network_bytes_per_s: 1.25e9 };
    const total = totalOf(phasesOf('cluster', load, site, figures));
    expect(Math.round(total.wall_s / 60)).toBe(minutes);
    expect(total.shuffled_bytes / 1e12).toBeCloseTo(1.27, 2);
    // About 7 + 12 + 55 + 55 and a few.
    expect(Math.abs(total.rounds - 130)).toBeLessThanOrEqual(5);
    expect(total.cpu_s).toBeCloseTo(13e-6 * 4 * 1e9, 0);
  });

  it('doubles as often as levels can be halved, and once more to see that it is done', () => {
    const rounds = (levels: number): number | undefined =>
      phasesOf('cluster', { ...plainLoad, levels }, plainSite, plainFigures()).find(
        ({ name }) => name === 'sql_doubling',
      )?.rounds;
    expect([2, 16, 17, 51, 64].map(rounds)).toEqual([2, 5, 6, 7, 7]);
  });
});
