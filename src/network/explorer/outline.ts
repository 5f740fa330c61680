/** A row of an outline that is opened and closed: a member, and how far its recruits are shown. */
export interface OutlineRow {
  readonly number: number;
  /** People of its subtree, itself included. */
  readonly people: number;
  readonly direct: number;
  /** 0 for the rows the outline began with. */
  readonly depth: number;
  /** Recruits that have rows. */
  readonly shown: number;
}

export type OutlineMember = Pick<OutlineRow, 'number' | 'people' | 'direct'>;

/** The rows an outline begins with. */
export function outlineOf(members: readonly OutlineMember[]): OutlineRow[] {
  return members.map((member) => ({ ...member, depth: 0, shown: 0 }));
}

/** Puts the next page of a member's recruits behind those that have rows, and all below them. */
export function expandRow(
  rows: readonly OutlineRow[],
  number: number,
  page: readonly OutlineMember[],
): OutlineRow[] {
  const at = rows.findIndex((row) => row.number === number);
  const row = rows[at];
  if (row === undefined) return [...rows];
  let end = at + 1;
  while (end < rows.length && isBelow(row, rows[end]!.number)) end++;
  const added = page.map((member) => ({ ...member, depth: row.depth + 1, shown: 0 }));
  const opened = { ...row, shown: row.shown + added.length };
  return [...rows.slice(0, at), opened, ...rows.slice(at + 1, end), ...added, ...rows.slice(end)];
}

/** Takes away every row below a member. */
export function collapseRow(rows: readonly OutlineRow[], number: number): OutlineRow[] {
  const row = rows.find((one) => one.number === number);
  if (row === undefined) return [...rows];
  return rows
    .filter((one) => !isBelow(row, one.number))
    .map((one) => (one === row ? { ...row, shown: 0 } : one));
}

/** A subtree is a range of numbers. */
function isBelow(row: OutlineRow, number: number): boolean {
  return row.number < number && number < row.number + row.people;
}
