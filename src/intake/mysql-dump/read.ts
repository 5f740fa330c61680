import { limits as defaultLimits } from '../../model/limits.ts';
import type { Limits } from '../../model/limits.ts';
import { ByteWindow } from '../byte-window.ts';
import { utf8Chunks } from '../charset.ts';
import type { RawInput, RawSink, ReadProgress } from '../raw.ts';
import { DumpReader } from './dump-reader.ts';
import { DumpState } from './dump-state.ts';

export interface ReadMysqlDumpOptions {
  /** Character set, where the user knows it. */
  readonly charset?: string;
  readonly progress?: ReadProgress;
  readonly limits?: Limits;
}

/**
 * Reads the tables of a MySQL or MariaDB dump, in the style of any of the tools that write them.
 * No statement is executed. Every row of the dump is written to the sink or refused.
 */
export async function readMysqlDump(
  input: RawInput,
  sink: RawSink,
  options: ReadMysqlDumpOptions = {},
): Promise<{ charset: string }> {
  const { charset, chunks, damage } = await utf8Chunks(input, options.charset);
  const limits = options.limits ?? defaultLimits;
  const state = new DumpState(new ByteWindow(chunks), sink, input, limits, damage);
  await new DumpReader(state, options.progress).read();
  return { charset };
}
