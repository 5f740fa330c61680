import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { polyprism } from '../cli/polyprism.ts';
import { writeSmallMall } from './small-mall.ts';

interface MallOptions {
  /** Where the mall and the key of its pseudonyms lie. */
  readonly folder: string;
  readonly out: string;
  /** Whose law; that of America where absent. */
  readonly packs?: string;
  /** More of the command line. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Inspects the small mall from the command line; what it said if it failed. */
export async function inspectSmallMall(options: MallOptions): Promise<string | null> {
  const { folder } = options;
  const key = join(folder, 'person.key');
  if (!existsSync(key)) writeFileSync(key, Buffer.alloc(32, 7), { mode: 0o600 });
  return await inspectWith([...writeSmallMall(join(folder, 'mall')), '--person-key', key], options);
}

/** The same of its tables where they lie, which `args` say. */
export async function inspectSmallLake(
  options: Omit<MallOptions, 'folder'>,
): Promise<string | null> {
  return await inspectWith([], options);
}

async function inspectWith(
  inputs: readonly string[],
  { out, packs = 'packs/us', args = [], env = {} }: Omit<MallOptions, 'folder'>,
): Promise<string | null> {
  const given = ['--packs', packs, '--as-of', '2026-02-01', '--currency', 'USD'];
  const ran = await polyprism(['inspect', ...inputs, ...given, '--out', out, ...args], { env });
  return ran.code === 2 || ran.code === null ? ran.stderr : null;
}

/** The report in a folder, which has findings, without the line that names the engine. */
export function reportIn(folder: string): Readonly<Record<string, unknown>> {
  const report = reportOf(folder);
  const { engine, ...digests } = report.digests;
  return { engine: engine.name, ...report, digests };
}

/** The same with what differs between raw files and tables in place apart from the rest. */
export function lakeReportIn(folder: string): {
  readonly files: readonly string[];
  /** Of each finding: the table of its subject, the file, the key. */
  readonly places: readonly (readonly (string | null | undefined)[])[];
  readonly told: Readonly<Record<string, unknown>>;
} {
  const { files, raw_tables, digests, findings, ...rest } = reportOf(folder);
  const { inputs, engine, ...others } = digests;
  expect(inputs).toEqual(files.map(({ name, sha256 }) => ({ name, sha256 })));
  expect(raw_tables).toHaveLength(files.length);
  return {
    files: files.map(({ name }) => name),
    places: findings.map(({ subject, source }) => [subject.table, source?.file, source?.key]),
    told: {
      engine: engine.name,
      digests: others,
      findings: findings.map((one) => ({ ...one, id: '', source: null })),
      ...rest,
    },
  };
}

function reportOf(folder: string): Report {
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
  expect(report.findings.length).toBeGreaterThan(0);
  return report;
}
