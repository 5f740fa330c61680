import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { importInputs } from '../../src/intake/import.ts';
import { tempFolder } from './input/temp-folder.ts';

const child = join(import.meta.dirname, '../support/import-child.ts');
const kills = Number(process.env['POLYPRISM_KILLS'] ?? 6);

const rows = Array.from({ length: 20_000 }, (_, i) => `(${i + 1},${i >> 1},'1555${1e7 + i}')`);
const dump = `CREATE TABLE users (id int PRIMARY KEY, parent_id int, mobile varchar(20));
  INSERT INTO users VALUES ${rows.join(',')};`;

it(`killed ${kills} times anywhere, it leaves old or new files and starts anew`, async () => {
  const input = join(tempFolder({ 'users.sql': dump }), 'users.sql');
  const directory = tempFolder();
  const person_key = new Uint8Array(32);
  const started_ms = performance.now();
  const reference = await importInputs([input], { directory: tempFolder(), person_key });
  const whole_ms = performance.now() - started_ms;
  for (let kill = 0; kill < kills; kill += 1) {
    const importing = spawn(process.execPath, [child, directory, input], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(importing, 'exit');
    await Promise.race([once(importing.stdout, 'data'), gone]);
    await Promise.race([setTimeout((whole_ms * (kill + 0.5)) / kills), gone]);
    importing.kill('SIGKILL');
    await gone;
    for (const file of visible(directory)) {
      const bytes = readFileSync(join(directory, file)).toString('latin1');
      expect([bytes.slice(0, 4), bytes.slice(-4)]).toEqual(['PAR1', 'PAR1']);
    }
  }
  const { directory: _, ...snapshot } = await importInputs([input], { directory, person_key });
  expect(snapshot).toEqual({ ...reference, directory: undefined });
  expect(readdirSync(directory).toSorted()).toEqual(visible(directory));
  for (const file of visible(reference.directory)) {
    const [a, b] = [directory, reference.directory].map((at) => readFileSync(join(at, file)));
    expect(a?.equals(b!)).toBe(true);
  }
});

function visible(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => !name.startsWith('.'))
    .toSorted();
}
