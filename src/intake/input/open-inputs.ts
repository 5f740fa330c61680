import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, nowhere, PolyprismError } from '../../model/issue.ts';
import type { IssueLog } from '../../model/issue.ts';
import { limits as defaultLimits } from '../../model/limits.ts';
import type { Limits } from '../../model/limits.ts';
import type { OnProgress } from '../../model/progress.ts';
import type { Storage } from '../../storage/storage.ts';
import type { FileSource } from './file-source.ts';
import { findFiles } from './find-files.ts';
import { inspectContent } from './inspect-content.ts';
import type { Content, InspectContext } from './inspect-content.ts';
import type { InputFile } from './input-file.ts';

export interface OpenOptions {
  /** Where archives that lie in storage are put for the while, to be read from their end. */
  readonly work_folder?: string;
  /** Instead of what the environment says. */
  readonly storage?: Storage;
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

/** Finds, hashes and looks into files and objects; what cannot be read goes to `issues`. */
export async function openInputs(
  paths: readonly string[],
  issues: IssueLog,
  options: OpenOptions = {},
): Promise<OpenInputs> {
  const limits = options.limits ?? defaultLimits;
  const found = await findFiles(paths, limits, issues, options.storage);
  const files: InputFile[] = [];
  const archives: { close(): void }[] = [];
  const close = (): void => archives.forEach((archive) => archive.close());
  try {
    for (const { name, source, explicit } of found) {
      const context: InspectContext = {
        limits,
        issues,
        archives,
        explicit,
        whole: null,
        onBytes: (done) => {
          options.signal?.throwIfAborted();
          const total = source.bytes;
          options.progress?.({ step: 'hash', subject: name, done, total, unit: 'bytes', rows: 0 });
        },
      };
      const { open } = source;
      const reached = reach(source, options.work_folder);
      files.push(...(await inspectContent({ name, open, ...reached, depth: 0 }, context)));
    }
  } catch (error) {
    close();
    throw error;
  }
  const verifyUnchanged = async (): Promise<void> => {
    for (const { name, source } of found) {
      if (await source.isUnchanged()) continue;
      throw new PolyprismError('input.changed', {}, { ...nowhere, file: name });
    }
  };
  files.sort((a, b) => compareText(a.name, b.name));
  return { files, verifyUnchanged, close };
}

/** How an archive is reached that is read from its end: where it lies, or as a copy on disk. */
function reach(source: FileSource, folder: string | undefined): Pick<Content, 'path' | 'toDisk'> {
  if (source.path !== undefined) return { path: source.path };
  if (folder === undefined) return {};
  const toDisk = async (): Promise<string> => {
    const path = join(await mkdtemp(join(folder, 'object-')), 'object');
    await writeFile(path, source.open());
    return path;
  };
  return { toDisk };
}
