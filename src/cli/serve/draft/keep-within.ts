import { constants, setPriority } from 'node:os';
import { limits } from '../../../model/limits.ts';

const looked_every_ms = 50;

/**
 * Ends this process as soon as it takes more memory than a draft may: some functions of SQL make
 * texts that the engine's own limit does not count. The engine works in threads of its own, so
 * that this is looked at whatever it does.
 */
export function keepWithin(bytes_max: number = limits.draft_memory_bytes_max): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.on('SIGTERM', () => process.exit(2));
  setInterval(() => {
    if (process.memoryUsage.rss() < bytes_max) return;
    process.stdout.write(`${JSON.stringify({ failed: 'draft.memory' })}\n`, () => process.exit(2));
  }, looked_every_ms).unref();
}
