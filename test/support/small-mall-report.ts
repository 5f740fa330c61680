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
  /** More of the command line. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Inspects the small mall by American law from the command line; what it said if it failed. */
export async function inspectSmallMall(options: MallOptions): Promise<string | null> {
  const { folder, out, args = [], env = {} } = options;
  const key = join(folder, 'person.key');
  if (!existsSync(key)) writeFileSync(key, Buffer.alloc(32, 7), { mode: 0o600 });
  const given = ['--packs', 'packs/us', '--as-of', '2026-02-01', '--currency', 'USD'];
  const words = [...writeSmallMall(join(folder, 'mall')), ...given, '--person-key', key];
  const ran = await polyprism(['inspect', ...words, '--out', out, ...args], { env });
  return ran.code === 2 || ran.code === null ? ran.stderr : null;
}

/** The report in a folder, which has findings, without the line that names the engine. */
export function reportIn(folder: string): Readonly<Record<string, unknown>> {
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
  expect(report.findings.length).toBeGreaterThan(0);
  const { engine, ...digests } = report.digests;
  return { engine: engine.name, ...report, digests };
}
