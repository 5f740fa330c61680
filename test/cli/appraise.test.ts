import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/evidence/digest.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { inFolder } from '../support/inspected.ts';
import { polyprism } from './polyprism.ts';

describe('polyprism appraise', () => {
  it('writes an appraisal whose annexes have the digests it names, and does it again', async () => {
    await inFolder(async (folder) => {
      const [input, out, again] = ['in', 'out', 'again'].map((name) => join(folder, name));
      await generateCase(folderWriter(input!), cases.baoyue);
      const first = await polyprism(['appraise', input!, '--out', out!, '--member', '1', '--json']);
      const told = JSON.parse(first.stdout) as Appraisal;
      const path = join(out!, 'appraisal.json');
      expect(readFileSync(path, 'utf8')).toBe(first.stdout);
      expect(told.annexes.map(({ name }) => name)).toContain('relations.csv');
      for (const annex of told.annexes) {
        const bytes = readFileSync(join(out!, 'annexes', annex.name));
        expect(sha256(bytes), annex.name).toBe(annex.sha256);
      }
      // All nine members stand at or below the first.
      expect(told.annexes.find(({ name }) => name === 'relations.csv')?.rows).toBe(9);

      const replay = ['appraise', input!, '--out', again!, '--replay', path, '--json'];
      expect(JSON.parse((await polyprism(replay)).stdout)).toEqual({ same: true, differences: [] });

      // As where ties were named under another key: the hint stands where a key may explain it.
      const annexes = told.annexes.filter(({ name }) => name !== 'persons.csv');
      const keyed = { name: 'persons.csv', rows: 1, sha256: '0'.repeat(64) };
      writeFileSync(path, JSON.stringify({ ...told, persons: 3, annexes: [...annexes, keyed] }));
      const second = await polyprism([...replay.slice(0, -1), '--lang', 'en']);
      expect(second.stdout).toBe(
        'Not reproduced: persons.csv, persons\n' +
          'persons.csv has pseudonyms: give --person-key the person.key of the first run.\n',
      );
      expect(second.code).toBe(1);

      writeFileSync(path, '{}');
      expect((await polyprism(replay)).stdout).toContain('appraise.unreadable');
    });
  });
});
