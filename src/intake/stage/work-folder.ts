import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a folder for work files, named after this process, and clears away those of processes
 * that are gone: a killed import cannot delete the raw identities it laid down.
 */
export async function makeWorkFolder(directory: string): Promise<string> {
  for (const name of await readdir(directory)) {
    const pid = /^\.work-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(join(directory, name), { recursive: true, force: true });
    }
  }
  return await mkdtemp(join(directory, `.work-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It exists but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
