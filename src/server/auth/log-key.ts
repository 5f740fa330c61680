import { join } from 'node:path';
import type { SigningKey } from '../../evidence/ed25519.ts';
import { signingKey } from '../../evidence/signing-key.ts';
import { keptKey } from './kept-key.ts';

/** The key that signs checkpoints of the log. */
export async function logKeyOf(workspace: string): Promise<SigningKey> {
  return signingKey(await keptKey(join(workspace, 'keys', 'log.key')));
}
