import { compareText, IssueLog, nowhere, PolyprismError, severityOf } from '../model/issue.ts';
import type { Limits } from '../model/limits.ts';
import type { OnProgress } from '../model/progress.ts';
import type { RawFile } from '../model/snapshot.ts';
import { isStorageFault } from '../storage/storage-error.ts';
import type { InputFile } from './input/input-file.ts';
import { isReadable } from './input/format.ts';
import { openInputs } from './input/open-inputs.ts';
import { liveSource } from './live/live-source.ts';
import type { LiveSource } from './live/live-source.ts';
import type { ReadProgress } from './raw.ts';
import { readers } from './readers.ts';
import { StageBuilder } from './stage/stage-builder.ts';
import type { Stage } from './stage/staged-table.ts';

export interface StageInputsOptions {
  /** Folder for work files, which are deleted with the stage. */
  readonly directory: string;
  readonly charset?: string;
  readonly progress?: OnProgress;
  readonly signal?: AbortSignal;
  readonly threads?: number;
  readonly memory_limit?: string;
  readonly limits?: Limits;
}

export interface StagedInputs {
  readonly stage: Stage;
  /** By the index that staged rows carry. */
  readonly files: readonly RawFile[];
}

type Source = InputFile | LiveSource;

/**
 * Paths, addresses of objects and database URLs → raw tables in a work database. Their order does
 * not matter. What cannot be read is an issue; where nothing can be, the first of these is thrown.
 */
export async function stageInputs(
  inputs: readonly string[],
  options: StageInputsOptions,
): Promise<StagedInputs> {
  const live = [...new Set(inputs)].map(liveSource).filter((source) => source !== null);
  const paths = inputs.filter((input) => liveSource(input) === null);
  const builder = await StageBuilder.open(options);
  try {
    const work = { ...options, work_folder: builder.folder };
    const opened = await openInputs(paths, builder.issues, work);
    try {
      const sources = [...opened.files, ...live].toSorted((a, b) => compareText(a.name, b.name));
      const files: RawFile[] = [];
      for (const [file, source] of sources.entries()) {
        const twin = files.find((earlier) => isSameDump(earlier, source));
        if (twin === undefined) files.push(await stageSource(builder, source, file, options));
        else files.push(passOver(builder, source, twin));
      }
      await opened.verifyUnchanged();
      const stage = await builder.load();
      if (stage.tables.length === 0) throw nothingToRead(builder.issues);
      return { stage, files };
    } finally {
      opened.close();
    }
  } catch (error) {
    await builder.remove();
    throw error;
  }
}

/** A dump names its tables itself: the same bytes under another name say nothing more. */
function isSameDump(earlier: RawFile, source: Source): boolean {
  return 'sha256' in source && source.format === 'mysql-dump' && source.sha256 === earlier.sha256;
}

function passOver(builder: StageBuilder, source: Source, twin: RawFile): RawFile {
  const { name } = source;
  builder.issues.add('input.same_content', { other: twin.name }, { ...nowhere, file: name });
  return { ...twin, name };
}

async function stageSource(
  builder: StageBuilder,
  source: Source,
  file: number,
  options: StageInputsOptions,
): Promise<RawFile> {
  return 'read' in source
    ? await stageLive(builder, source, file, options)
    : await stageFile(builder, source, file, options);
}

async function stageFile(
  builder: StageBuilder,
  { name, sha256, bytes, format, source }: InputFile,
  file: number,
  options: StageInputsOptions,
): Promise<RawFile> {
  let charset: string | null = null;
  if (isReadable(format)) {
    const sink = builder.sink({ index: file, name, hashed: false });
    const progress = progressOf(name, bytes, options);
    const readOptions = {
      ...(options.charset !== undefined && { charset: options.charset }),
      ...(options.limits !== undefined && { limits: options.limits }),
      ...(progress && { progress }),
    };
    try {
      ({ charset } = await readers[format]({ ...source, file }, sink, readOptions));
    } catch (error) {
      // One file that cannot be read is no reason to leave the others unread.
      if (!(error instanceof PolyprismError) || isFatal(error)) throw error;
      builder.issues.addAll([error.issue]);
    }
  }
  return { name, sha256, bytes, format, charset };
}

/** Half of its rows were staged, and nothing is wrong with the file. */
function isFatal(error: PolyprismError): boolean {
  return error.issue.code === 'stage.no_room' || isStorageFault(error);
}

async function stageLive(
  builder: StageBuilder,
  source: LiveSource,
  file: number,
  options: StageInputsOptions,
): Promise<RawFile> {
  const { name, format } = source;
  const sink = builder.sink({ index: file, name, hashed: true });
  const progress = progressOf(name, null, options);
  const { bytes } = await source.read(sink, file, {
    ...(options.signal !== undefined && { signal: options.signal }),
    ...(progress && { progress }),
  });
  return { name, sha256: builder.digest(file), bytes, format, charset: 'utf-8' };
}

function progressOf(
  subject: string,
  total: number | null,
  { progress }: StageInputsOptions,
): ReadProgress | undefined {
  if (progress === undefined) return undefined;
  return (done, rows) => progress({ step: 'read', subject, done, total, unit: 'bytes', rows });
}

/** Why there is nothing: the first error there was, or that there was no data at all. */
function nothingToRead(issues: IssueLog): PolyprismError {
  const first = issues.list().find(({ code }) => severityOf(code) === 'error');
  if (first === undefined) return new PolyprismError('input.nothing_to_read', {}, nowhere);
  return new PolyprismError(first.code, first.params, first);
}
