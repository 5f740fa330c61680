import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { generateLawful } from '../../src/generate/generate-lawful.ts';
import type { LawfulTruth } from '../../src/generate/generate-lawful.ts';
import { violations } from '../../src/generate/violations/violations.ts';
import { inspect } from '../../src/inspect/inspect.ts';
import type { Inspection } from '../../src/inspect/inspect.ts';
import type { ProvisionRun } from '../../src/provisions/run.ts';
import { inFolder } from '../support/inspected.ts';
import { judgedOnPostgres, roomy } from '../support/judged-on-postgres.ts';
import { openPostgres } from '../support/postgres-engine.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { shippedCases } from '../support/shipped-cases.ts';

/** Members of the platform; more of them take longer to generate and to import. */
const members = Number(process.env['POLYPRISM_MEMBERS'] ?? 300);

const today = violations.cn.filter(({ stage = 'today' }) => stage === 'today');

describe(`a platform of ${members} that breaches every provision of China in force`, () => {
  let truth: LawfulTruth;
  let report: Inspection['report'];
  let found: ProvisionRun;

  beforeAll(async () => {
    const { packs } = await shippedCases();
    const server = await startPostgres({ settings: roomy });
    const postgres = await openPostgres(server.url);
    try {
      await inFolder(async (folder) => {
        const [input, directory] = [join(folder, 'input'), join(folder, 'snapshot')];
        mkdirSync(directory);
        const violate = today.map(({ provision, version }) => `${provision}@${version}`);
        truth = await generateLawful(folderWriter(input), { members, violate });
        const person_key = Buffer.alloc(32);
        const inspection = await inspect([input], {
          directory,
          packs,
          polyprism: 'test',
          person_key,
        });
        report = inspection.report;
        found = await judgedOnPostgres(inspection, packs, postgres);
        inspection.engine.close();
      });
    } finally {
      await postgres.end();
      await server.stop();
    }
  }, 1_800_000);

  it('is found on PostgreSQL to breach what was planted', () => {
    const planted = truth.expected.flatMap((one) => {
      return 'version' in one ? [`${one.provision}@${one.version} ${one.subject}`] : [];
    });
    const told = new Set(
      found.findings.map(({ provision, version_in_force, subject }) => {
        return `${provision}@${version_in_force} ${subject.id}`;
      }),
    );
    expect(planted.length).toBeGreaterThanOrEqual(today.length);
    expect(planted.filter((one) => !told.has(one))).toEqual([]);
  });

  it('is judged there as DuckDB judges it', () => {
    expect(found.verdicts).toEqual(report.verdicts.by_provision);
    expect(found.findings).toEqual(report.findings);
  });
});
