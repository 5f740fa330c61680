import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { compareText, nowhere, PolyprismError } from '../../model/issue.ts';
import type { IssueLog } from '../../model/issue.ts';
import { limits as defaultLimits } from '../../model/limits.ts';
import type { Limits } from '../../model/limits.ts';
import type { OnProgress } from '../../model/progress.ts';
import { findFiles } from './find-files.ts';
import { inspectContent } from './inspect-content.ts';
import type { InspectContext } from './inspect-content.ts';
import type { InputFile } from './input-file.ts';

export interface OpenOptions {
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
  readonly progress?: OnProgress;
}

export interface OpenInputs {
  /** Every file, archives and what is in them included, sorted by name; hashed. */
  readonly files: readonly InputFile[];
  /** Throws `input.changed` where a file is no longer as it was when it was hashed. */
  verifyUnchanged(): Promise<void>;
  close(): void;
}

const chunk_bytes = 256 * 1024;

/** Finds, hashes and looks into the files at `paths`; what cannot be read goes to `issues`. */
export async function openInputs(
  paths: readonly string[],
  issues: IssueLog,
  options: OpenOptions = {},
): Promise<OpenInputs> {
  const limits = options.limits ?? defaultLimits;
  const found = await findFiles(paths, limits, issues);
  const files: InputFile[] = [];
  const archives: { close(): void }[] = [];
  const close = (): void => archives.forEach((archive) => archive.close());
  const seen = new Map<string, string>();
  try {
    for (const { name, path, explicit } of found) {
      const info = await stat(path);
      seen.set(path, stamp(info));
      const context: InspectContext = {
        limits,
        issues,
        archives,
        explicit,
        whole: null,
        onBytes: (done) => {
          options.signal?.throwIfAborted();
          const total = info.size;
          options.progress?.({ step: 'hash', subject: name, done, total, unit: 'bytes', rows: 0 });
        },
      };
      const open = (): AsyncIterable<Uint8Array> =>
        createReadStream(path, { highWaterMark: chunk_bytes }) as AsyncIterable<Buffer>;
      files.push(...(await inspectContent({ name, open, path, depth: 0 }, context)));
    }
  } catch (error) {
    close();
    throw error;
  }
  const verifyUnchanged = async (): Promise<void> => {
    for (const { name, path } of found) {
      if (stamp(await stat(path)) === seen.get(path)) continue;
      throw new PolyprismError('input.changed', {}, { ...nowhere, file: name });
    }
  };
  files.sort((a, b) => compareText(a.name, b.name));
  return { files, verifyUnchanged, close };
}

function stamp(info: { size: number; mtimeMs: number }): string {
  return `${info.size} ${info.mtimeMs}`;
}
