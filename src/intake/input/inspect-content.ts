import { PolyprismError } from '../../model/issue.ts';
import type { IssueCode, IssueLog, Place } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import { isStorageFault } from '../../storage/storage-error.ts';
import { ExpansionGuard, guarded } from './expansion-guard.ts';
import { detectFormat } from './format.ts';
import type { Format } from './format.ts';
import { gunzip } from './gunzip.ts';
import { hashStream } from './hash-stream.ts';
import type { InputFile } from './input-file.ts';
import { openZip } from './zip.ts';

export interface InspectContext {
  readonly limits: Limits;
  readonly issues: IssueLog;
  /** Where opened archives are put, to be closed when all is read. */
  readonly archives: { close(): void }[];
  /** Named by the user: then it is a fault when it cannot be read, else a remark. */
  readonly explicit: boolean;
  /** Counts what all of an archive gives. */
  readonly whole: ExpansionGuard | null;
  readonly onBytes: (bytes: number) => void;
}

export interface Content {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
  /** Where it lies on disk as it is. */
  readonly path?: string;
  /** Puts it on disk, where it lies elsewhere. */
  toDisk?(): Promise<string>;
  /** Bytes it was packed into; absent outside archives. */
  readonly packed_bytes?: number;
  /** Archives around it. */
  readonly depth: number;
}

/** A file, and where it is an archive what is in it; what cannot be read goes to the issues. */
export async function inspectContent(
  content: Content,
  context: InspectContext,
): Promise<InputFile[]> {
  const { name, packed_bytes } = content;
  try {
    const first = limited(content, context.limits, context.whole);
    const { sha256, bytes, head } = await hashStream(first(), context.onBytes);
    const format = detectFormat(name, head);
    const source = {
      name,
      bytes,
      ...(content.path !== undefined && { path: content.path }),
      stream: limited(content, context.limits, null),
    };
    const file = { name, sha256, bytes, format, source };
    if (format === 'gzip') {
      return [
        file,
        ...(await intoGzip({ ...content, packed_bytes: packed_bytes ?? bytes }, context)),
      ];
    }
    if (format === 'zip') return [file, ...(await intoZip(content, context))];
    tellUnread(format, name, context);
    return [file];
  } catch (error) {
    if (isStorageFault(error)) throw error;
    context.issues.addAll([issueOf(error, name)]);
    return [];
  }
}

/** Its bytes, counted against the limits on what packed bytes may give. */
function limited(
  content: Content,
  limits: Limits,
  whole: ExpansionGuard | null,
): () => AsyncIterable<Uint8Array> {
  const { name, packed_bytes } = content;
  if (packed_bytes === undefined || content.path !== undefined) return () => content.open();
  return () => {
    const guards = [new ExpansionGuard(name, packed_bytes, limits)];
    if (whole !== null) guards.push(whole);
    return guarded(content.open(), guards);
  };
}

async function intoGzip(content: Content, context: InspectContext): Promise<InputFile[]> {
  const { name, packed_bytes, depth } = content;
  if (isTooDeep(depth, name, context)) return [];
  const inner = name.split('/').at(-1)!.replace(/\.gz$/i, '') || 'content';
  const packed = limited(content, context.limits, null);
  let rest = 0;
  const files = await inspectContent(
    {
      name: `${name}!/${inner}`,
      open: () => gunzip(packed(), name, (bytes) => (rest = bytes)),
      depth: depth + 1,
      ...(packed_bytes !== undefined && { packed_bytes }),
    },
    context,
  );
  if (rest > 0) context.issues.add('archive.trailing_bytes', { bytes: rest }, at(name));
  return files;
}

async function intoZip(content: Content, context: InspectContext): Promise<InputFile[]> {
  const { name, depth } = content;
  const path = content.path ?? (await content.toDisk?.());
  // A zip file is read from its end: inside another archive it has none that can be reached.
  if (path === undefined) {
    context.issues.add('archive.nested', {}, at(name));
    return [];
  }
  const archive = await openZip(path, name, context.limits);
  context.archives.push(archive);
  for (const { path: entry, code } of archive.refused) {
    context.issues.add(code, {}, at(`${name}!/${shown(entry)}`));
  }
  const whole = new ExpansionGuard(name, archive.bytes, context.limits);
  const files: InputFile[] = [];
  for (const { path: entry, packed_bytes, stream } of archive.entries) {
    const inner = { name: `${name}!/${entry}`, open: stream, packed_bytes, depth: depth + 1 };
    const found = await inspectContent(inner, { ...context, whole, explicit: false });
    files.push(...found);
    // Work done for an archive is bounded by what it may give in all.
    if (whole.tripped) return [];
  }
  return files;
}

function isTooDeep(depth: number, name: string, context: InspectContext): boolean {
  if (depth <= context.limits.archive_depth_max) return false;
  context.issues.add('archive.nested', {}, at(name));
  return true;
}

const refusals: Partial<Record<Format, IssueCode>> = {
  sqlite: 'input.sqlite',
  'postgres-dump': 'input.postgres_dump',
  xls: 'input.xls',
  html: 'input.html',
  packed: 'input.packed',
  empty: 'input.empty',
};

function tellUnread(format: Format, name: string, { issues, explicit }: InspectContext): void {
  const code = refusals[format];
  if (code !== undefined) issues.add(code, {}, at(name));
  else if (format === 'other') {
    if (explicit) issues.add('input.unknown_format', { path: name, seen: 'no data' }, at(name));
    else issues.add('input.passed_over', { sample: name });
  }
}

/** What went wrong with a file, as an issue; what is no fault of the file goes on. */
function issueOf(error: unknown, name: string): PolyprismError['issue'] {
  if (error instanceof PolyprismError) return error.issue;
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const params = { reason: String(error.code) };
    return new PolyprismError('input.unreadable', params, at(name)).issue;
  }
  throw error;
}

/** Control characters of a hostile name must not reach a terminal. */
function shown(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return name.replaceAll(/[\0-\x1f\x7f]/g, '\uFFFD').slice(0, 200);
}

function at(file: string): Place {
  return { file, line: null, column: null };
}
