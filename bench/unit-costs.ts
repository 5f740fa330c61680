import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureUnitCosts, thorough } from '../src/cli/plan-run/measure-unit-costs.ts';
import { loadPacks } from '../src/packs/load-packs.ts';
import { sparkHome } from '../test/support/spark-server.ts';
import { hardware } from './hardware.ts';
import { measureSpark } from './spark-costs.ts';

const FILE = 'unit-costs.json';

/**
 * What a row costs on this machine, written as the file that `plan-run --unit-costs` takes. Spark
 * is measured where it is installed (`SPARK_HOME`, or the one of the tests).
 */
export async function benchUnitCosts(print: (line: string) => void): Promise<void> {
  print(`unit-costs: ${hardware()}`);
  const packs = await loadPacks([join(import.meta.dirname, '..', 'packs', 'cn')]);
  if (sparkHome() === null) print('unit-costs: no Spark here, nothing measured of it');
  const sheet = await measureUnitCosts(thorough, packs, async () =>
    sparkHome() === null ? {} : await measureSpark(print),
  );
  for (const [name, cost] of Object.entries(sheet.costs)) {
    print(`unit-costs: ${name} ${Number(cost.toPrecision(3))}`);
  }
  writeFileSync(FILE, `${JSON.stringify(sheet, null, 2)}\n`);
  print(`unit-costs: written to ${FILE}`);
}
