import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPacks } from '../../packs/load-packs.ts';
import type { StartOptions } from '../../server/start.ts';
import { packageVersion } from '../package-version.ts';
import { packPaths, shippedFolders } from '../shipped-packs.ts';
import { shippedLaws } from './shipped-laws.ts';

/** Beside this file in the sources as in the build. */
const beside = (name: string): string =>
  fileURLToPath(new URL(`${name}${extname(import.meta.url)}`, import.meta.url));

export type ServerParts = Pick<
  StartOptions,
  | 'inspect_command'
  | 'look_command'
  | 'submission_command'
  | 'detect_command'
  | 'draft_commands'
  | 'plan_command'
  | 'packs'
  | 'shipped'
  | 'laws'
  | 'version'
>;

/** What every server of this program is made of: its laws, and the processes that work for it. */
export async function serverParts(): Promise<ServerParts> {
  return {
    inspect_command: [process.execPath, beside('inspect-job')],
    look_command: [process.execPath, beside('look-job')],
    submission_command: [process.execPath, beside('submission-job')],
    detect_command: [process.execPath, beside('detect-job')],
    draft_commands: {
      lint: [process.execPath, '--max-old-space-size=512', beside('draft-lint')],
      work: [process.execPath, '--max-old-space-size=1024', beside('draft-job')],
    },
    plan_command: [process.execPath, '--max-old-space-size=1024', beside('plan-job')],
    packs: async (names) => await loadPacks(await packPaths(names)),
    shipped: await shippedFolders(),
    laws: await shippedLaws(),
    version: packageVersion(),
  };
}
