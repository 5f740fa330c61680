import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectCommand } from '../../src/cli/commands/inspect.ts';
import { packPaths } from '../../src/cli/shipped-packs.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import { root } from '../tidy/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-shipped-'));
const before = process.cwd();
const names = readdirSync(join(root, 'packs')).toSorted();
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('packs that come with the software', () => {
  it('are chosen by name, cn where nothing is said', async () => {
    process.chdir(folder);
    expect(await packPaths()).toEqual([join(root, 'packs', 'cn')]);
    expect(await packPaths(names)).toEqual(names.map((name) => join(root, 'packs', name)));
  });

  it('give way to a folder of that name at hand, but not unasked', async () => {
    process.chdir(folder);
    mkdirSync('cn');
    expect(await packPaths(['cn'])).toEqual(['cn']);
    expect(await packPaths()).toEqual([join(root, 'packs', 'cn')]);
  });

  it('are named where a pack is neither', async () => {
    const error: unknown = await packPaths(['atlantis']).catch((reason: unknown) => reason);
    expect.assert(error instanceof PolyprismError);
    expect(error.issue).toMatchObject({
      code: 'cli.unknown_pack',
      params: { name: 'atlantis', shipped: names.join(', ') },
    });
  });

  it.each(['en', 'zh'] as const)('are named by the help (%s)', (language) => {
    const { options } = inspectCommand(language);
    const said = options.find(({ long }) => long === '--packs')?.description;
    expect(said).toContain(` ${names.join(', ')}`);
  });
});
