import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import type { Language } from '../language.ts';
import { seedWorkspace } from './seed-workspace.ts';
import type { DemoInputs, Seeding } from './seed-workspace.ts';

/**
 * The workspace of the demonstration, filled once: what its visitors do in it stays until the
 * folder is removed. One that was left half filled, or filled by another version or in the other
 * language, is filled anew.
 */
async function demoWorkspace(
  seeding: Seeding,
  inputs: DemoInputs,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const mark = join(seeding.workspace, 'demo.json');
  const filled = JSON.stringify({ language, version: seeding.version });
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === filled) return;
  await rm(seeding.workspace, { recursive: true, force: true });
  await seedWorkspace(seeding, inputs, language, signal);
  await writeFile(mark, filled);
}

/**
 * The same where it can be: for root, PostgreSQL runs as another user, who may not be able to
 * reach the folder. Then it is a new one among the temporary files. Returns where it is.
 */
export async function reachableWorkspace(
  seeding: Seeding,
  inputs: DemoInputs,
  language: Language,
  signal: AbortSignal,
): Promise<string> {
  try {
    await demoWorkspace(seeding, inputs, language, signal);
    return seeding.workspace;
  } catch (error) {
    if (!(error instanceof PolyprismError) || error.issue.code !== 'store.folder_closed')
      throw error;
    const folder = await mkdtemp(join(tmpdir(), 'polyprism-demo-'));
    await chmod(folder, 0o711);
    const workspace = join(folder, 'workspace');
    await demoWorkspace({ ...seeding, workspace }, inputs, language, signal);
    return workspace;
  }
}
