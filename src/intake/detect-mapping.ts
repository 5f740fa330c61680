import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareText } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';
import type { Assumption, Software } from '../model/snapshot.ts';
import { chooseMapping } from './detect/choose-mapping.ts';
import type { DetectionTrace } from './detect/trace.ts';
import type { Mapping } from './mapping.ts';
import { stageInputs } from './stage-inputs.ts';
import type { StageInputsOptions } from './stage-inputs.ts';

/** What would be made of some inputs, and why. */
export interface Detection {
  readonly software: Software;
  readonly mapping: Mapping;
  readonly assumptions: readonly Assumption[];
  readonly trace: DetectionTrace;
  readonly skipped: readonly { readonly table: string; readonly reason: Localised }[];
}

/** Reads inputs as an import does and stops where rows would be mapped. */
export async function detectMapping(
  inputs: readonly string[],
  options: Omit<StageInputsOptions, 'directory'> = {},
): Promise<Detection> {
  const directory = await mkdtemp(join(tmpdir(), 'polyprism-'));
  try {
    const { stage } = await stageInputs(inputs, { ...options, directory });
    try {
      const { software, mapping, assumptions, explain, skipped } = await chooseMapping(stage);
      const reasons = [...skipped].map(([table, reason]) => ({ table, reason }));
      return {
        software,
        mapping,
        assumptions,
        trace: explain,
        skipped: reasons.toSorted((a, b) => compareText(a.table, b.table)),
      };
    } finally {
      await stage.remove();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
