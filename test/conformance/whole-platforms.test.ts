import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { openSpark } from '../../src/engine/spark/spark.ts';
import type { Spark } from '../../src/engine/spark/spark.ts';
import { generateLawful } from '../../src/generate/generate-lawful.ts';
import type { LawfulTruth } from '../../src/generate/generate-lawful.ts';
import { generateSample } from '../../src/generate/sample/generate-sample.ts';
import { signalViolations } from '../../src/generate/violations/cn/signals.ts';
import { namesAt, violations } from '../../src/generate/violations/violations.ts';
import { attachSnapshot } from '../../src/inspect/attach-snapshot.ts';
import { inspectSnapshot } from '../../src/inspect/inspect.ts';
import type { Inspection } from '../../src/inspect/inspect.ts';
import { layBeforeSpark } from '../../src/inspect/lay-before-spark.ts';
import { withForest } from '../../src/inspect/with-forest.ts';
import { importInputs } from '../../src/intake/import.ts';
import type { Report } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import type { ProvisionRun } from '../../src/provisions/run.ts';
import { judgedElsewhere } from '../support/judged-elsewhere.ts';
import { layBeforePostgres, roomy } from '../support/lay-before-postgres.ts';
import { openPostgres } from '../support/postgres-engine.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { shippedCases } from '../support/shipped-cases.ts';
import { startSparkCluster } from '../support/spark-cluster.ts';
import { sparkAtLength, sparkHome } from '../support/spark-server.ts';
import type { SparkServer } from '../support/spark-server.ts';
import { turnOfDay } from '../support/turn-of-day.ts';

/** Every second day a third of the provisions before Spark: all of them in six days. */
const turns = 3;
const turn = turnOfDay(turns);
const onSpark = sparkHome() !== null && (sparkAtLength || turnOfDay(2) === 0);
/** Of every pack. */
const everything = process.env['POLYPRISM_SPARK'] === 'all';

const { packs: shipped } = await shippedCases();
const packs = everything ? shipped : shipped.filter(({ id }) => id === 'cn');
const violate = namesAt(violations.cn, 'today');

const ids = [...new Set(packs.flatMap(({ provisions }) => provisions.map(({ id }) => id)))];
const due = new Set(ids.toSorted().filter((_, i) => sparkAtLength || i % turns === turn));

describe('a platform of 100,000 members that breaches every provision of China in force', () => {
  let folder: string;
  let truth: LawfulTruth;
  let inspected: Inspection;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'polyprism-whole-'));
    const [input, directory] = [join(folder, 'input'), join(folder, 'snapshot')];
    // Two orders of a member rather than five: two fifths of the time.
    const options = { members: 100_000, orders_per_member: 2, violate };
    truth = await generateLawful(folderWriter(input), options);
    inspected = await inspectHere(input, directory);
  }, 3_600_000);

  afterAll(() => {
    inspected.engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('on PostgreSQL', () => {
    let found: ProvisionRun;

    beforeAll(async () => {
      const server = await startPostgres({ settings: roomy, large: true });
      const postgres = await openPostgres(server.url);
      try {
        found = await judgedElsewhere(inspected, packs, async ({ asked }) => {
          await layBeforePostgres(inspected.engine, asked, postgres);
          return postgres;
        });
      } finally {
        await postgres.end();
        await server.stop();
      }
    }, 3_600_000);

    it('is found to breach what was planted, but where statistics miss orders', () => {
      const sparse = new Set(signalViolations.map(({ provision }) => provision));
      const planted = truth.expected.flatMap((one) => {
        if (!('version' in one) || sparse.has(one.provision)) return [];
        return [`${one.provision}@${one.version} ${one.subject}`];
      });
      const told = new Set(
        found.findings.map(({ provision, version_in_force, subject }) => {
          return `${provision}@${version_in_force} ${subject.id}`;
        }),
      );
      expect(planted.length).toBeGreaterThan(violate.length - signalViolations.length);
      expect(planted.filter((one) => !told.has(one))).toEqual([]);
    });

    it('is judged as DuckDB judges it', () => {
      expect(found.verdicts).toEqual(inspected.report.verdicts.by_provision);
      expect(found.findings).toEqual(inspected.report.findings);
    });
  });

  describe.runIf(onSpark)('on Spark', () => {
    let server: SparkServer;
    let spark: Spark;

    beforeAll(async () => {
      server = await startSparkCluster();
      spark = await openSpark(server.url);
    }, 600_000);

    afterAll(async () => {
      await spark.end();
      await server.stop();
    });

    it('has the forest of the kernels', { timeout: 3_600_000 }, async () => {
      const { snapshot, report } = inspected;
      const { time_zone, directory } = snapshot;
      const site = { engine: spark, folder: `file:${directory}` };
      const duckdb = await DuckDb.open();
      try {
        await attachSnapshot(duckdb, snapshot);
        // Of both, each member's: where they differ, this throws.
        const network = await withForest(
          duckdb,
          snapshot,
          { forest: 'both', spark: site },
          async (forest) => await analyseNetwork(duckdb, { time_zone, ...(forest && { forest }) }),
        );
        const { issues, ...summary } = network;
        expect([summary, issues]).toEqual([report.network, []]);
      } finally {
        duckdb.close();
      }
    });

    it('is judged as DuckDB judges it', { timeout: 3_600_000 }, async () => {
      const { snapshot, report, engine } = inspected;
      const some = packs.map((pack) => {
        return { ...pack, provisions: pack.provisions.filter(({ id }) => due.has(id)) };
      });
      const site = { engine: spark, folder: `file:${snapshot.directory}` };
      const { findings, verdicts } = await judgedElsewhere(inspected, some, async (asked) => {
        return (await layBeforeSpark(engine, site, snapshot, asked)).engine;
      });
      const isDue = ({ provision }: { readonly provision: string }): boolean => due.has(provision);
      expect(verdicts).toEqual(report.verdicts.by_provision.filter(isDue));
      expect(findings).toEqual(report.findings.filter(isDue));
      expect(findings.length).toBeGreaterThan(30);
    });

    it.runIf(sparkAtLength)('has the same report', { timeout: 7_200_000 }, async () => {
      const there = await inspectedOnSpark(spark, inspected.snapshot);
      expect(there).toEqual(['spark', withoutEngine(inspected.report)]);
    });
  });
});

describe.runIf(everything && sparkHome() !== null)('the bundled sample', () => {
  it('has the same report on Spark', { timeout: 7_200_000 }, async () => {
    const server = await startSparkCluster();
    const input = join(server.folder, 'input');
    await generateSample(folderWriter(input));
    const { report, snapshot, engine } = await inspectHere(input, join(server.folder, 'snapshot'));
    engine.close();
    const spark = await openSpark(server.url);
    const there = await inspectedOnSpark(spark, snapshot);
    expect(there).toEqual(['spark', withoutEngine(report)]);
    await spark.end();
    await server.stop();
  });
});

async function inspectHere(input: string, directory: string): Promise<Inspection> {
  mkdirSync(directory);
  const snapshot = await importInputs([input], { directory, person_key: Buffer.alloc(32) });
  return await inspectSnapshot(snapshot, { packs, polyprism: 'test' });
}

/** The engine's name, and the report: it works out forest, scans and provisions. */
async function inspectedOnSpark(spark: Spark, snapshot: Snapshot): Promise<[string, unknown]> {
  const { report, engine } = await inspectSnapshot(snapshot, {
    packs,
    polyprism: 'test',
    forest: 'sql',
    spark: { engine: spark, folder: `file:${snapshot.directory}` },
  });
  engine.close();
  return [report.digests.engine.name, withoutEngine(report)];
}

function withoutEngine(report: Report): unknown {
  const { engine: _, ...digests } = report.digests;
  return { ...report, digests };
}
