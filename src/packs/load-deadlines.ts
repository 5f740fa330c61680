import { stat } from 'node:fs/promises';
import { PolyprismError, severityOf } from '../model/issue.ts';
import type { Pack } from '../model/provision.ts';
import { digestOfFiles } from './check-pack.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { kept } from './kept.ts';
import { loadPack } from './load-packs.ts';
import { parseCalendars } from './parse-calendar.ts';
import { parseDeadlines } from './parse-deadlines.ts';
import { readFiles, toPackFile } from './read-files.ts';
import type { Trust } from './trust.ts';

/** All that casework asks of a pack. */
type Clockwork = Pick<Pack, 'deadlines' | 'calendar'>;

/** Reading them takes a program that serves half a second each time it starts. */
const sound = kept<Clockwork>('clockworks');

/**
 * The deadlines and the calendar of a pack, all that casework asks of it. Of a folder nothing else
 * is checked: `pack lint` does that; a built pack is opened whole, its manifest holds all of it.
 */
export async function loadDeadlines(path: string, trust?: Trust): Promise<Clockwork> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return await loadPack(path, trust);
  const files = (await readFiles(path, /^(calendar|deadlines)\//)).map(toPackFile);
  const digest = digestOfFiles(files);
  const known = await sound.find(digest);
  if (known !== null) return known;
  const read = parsed(files);
  await sound.keep(digest, read);
  return read;
}

function parsed(files: readonly PackFile[]): Clockwork {
  const diagnostics: Diagnostic[] = [];
  const deadlines = parseDeadlines(files, diagnostics);
  const calendar = parseCalendars(files, diagnostics);
  const wrong = diagnostics.find(({ code }) => severityOf(code) === 'error');
  if (wrong) throw new PolyprismError(wrong.code, wrong.params, wrong.place);
  return { deadlines, calendar };
}
