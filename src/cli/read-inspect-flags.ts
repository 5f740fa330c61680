import type { InspectOptions } from '../inspect/inspect.ts';
import type { OnProgress, Progress } from '../model/progress.ts';
import type { Pack } from '../model/provision.ts';
import { loadPacks } from '../packs/load-packs.ts';
import { defaultMemory } from './default-memory.ts';
import type { InspectFlags } from './inspect-flags.ts';
import { packageVersion } from './package-version.ts';
import { readLinkCuts } from './read-link-cuts.ts';
import { readMapping } from './read-mapping.ts';
import { readTrust } from './read-trust.ts';
import { readWaivers } from './read-waivers.ts';
import { packPaths } from './shipped-packs.ts';

/** What the flags of an inspection ask for, with the files they name read. */
export async function readInspectFlags(
  flags: InspectFlags,
  signal: AbortSignal,
  progress: OnProgress | undefined,
): Promise<Omit<InspectOptions, 'directory' | 'person_key' | 'spark'>> {
  const packs = await packsOf(flags);
  const waivers = flags.waivers === undefined ? undefined : await readWaivers(flags.waivers, packs);
  const cuts = flags.cutLinks === undefined ? undefined : await readLinkCuts(flags.cutLinks);
  const mapping = flags.map === undefined ? undefined : await readMapping(flags.map);
  return {
    packs,
    polyprism: packageVersion(),
    signal,
    stage: atStep(signal, progress),
    ...(mapping !== undefined && { mapping }),
    ...(waivers !== undefined && { waivers }),
    ...(cuts !== undefined && { link_cuts: cuts }),
    ...(flags.asOf !== undefined && { as_of: flags.asOf }),
    ...(flags.charset !== undefined && { charset: flags.charset }),
    ...(flags.timeZone !== undefined && { time_zone: flags.timeZone }),
    ...(flags.currency !== undefined && { currency: flags.currency }),
    ...(flags.forest !== undefined && { forest: flags.forest }),
    ...(flags.threads !== undefined && { threads: flags.threads }),
    memory_limit: flags.memory ?? defaultMemory(flags.threads),
    ...(progress && { progress }),
  };
}

/** Tells each step and stops at the next one after Ctrl-C. */
function atStep(
  signal: AbortSignal,
  progress: OnProgress | undefined,
): (step: Progress['step']) => void {
  return (step) => {
    signal.throwIfAborted();
    progress?.({ step, subject: null, done: 0, total: null, unit: 'items', rows: 0 });
  };
}

async function packsOf(flags: InspectFlags): Promise<Pack[]> {
  const trust = flags.trust === undefined ? undefined : await readTrust(flags.trust);
  return await loadPacks(await packPaths(flags.packs), trust);
}
