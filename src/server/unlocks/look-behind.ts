import { PolyprismError } from '../../model/issue.ts';
import { childLines } from '../inspections/child-lines.ts';
import { folderOf, inputsOf, readInspection } from '../inspections/inspection-folder.ts';
import type { InspectionPlace } from '../inspections/inspection-folder.ts';
import type { Server } from '../server.ts';

export interface RawView {
  readonly value: string;
  readonly file: string;
  readonly table: string;
  readonly column: string;
  readonly line: number;
}

/**
 * Reads the raw files of an inspection again, in a process of its own, for what stands behind a
 * pseudonym. What comes back is answered and kept nowhere.
 */
export async function lookBehind(
  { look_command, stopping }: Server,
  place: InspectionPlace,
  inspection_id: string,
  asked: { readonly pseudonym: string; readonly columns: readonly string[] },
): Promise<RawView[]> {
  const note = await readInspection(place, inspection_id);
  const order = {
    inputs: inputsOf(place, note),
    folder: folderOf(place, inspection_id),
    pseudonyms: [asked.pseudonym],
    columns: asked.columns,
  };
  const values: RawView[] = [];
  const read = childLines(look_command, order, stopping, (told) => {
    // Lines of look-job.ts.
    for (const one of told['values'] as RawView[]) {
      const { value, file, table, column, line } = one;
      values.push({ value, file, table, column, line });
    }
    return Promise.resolve();
  });
  await read.catch((error: unknown) => {
    const code = error instanceof Error ? error.message : 'http.internal';
    throw new PolyprismError('unlock.unreadable', { code });
  });
  return values;
}
