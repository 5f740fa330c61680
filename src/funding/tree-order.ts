import { readColumns } from '../engine/columns.ts';
import type { DuckDb } from '../engine/duckdb.ts';

/** Members with the deepest level first, and whom each hangs under; by member_no. */
export interface TreeOrder {
  readonly count: number;
  /** member_no of the members of the tree, every one before its parent. */
  readonly upward: Int32Array;
  /** member_no of the parent; -1 for a root and for members outside the tree. */
  readonly parent: Int32Array;
}

/** The repaired recruitment tree as `network_member` has it. */
export async function readTree(engine: DuckDb): Promise<TreeOrder> {
  const [row] = await engine.rows('SELECT coalesce(max(member_no), -1) + 1 AS count FROM member');
  const count = Number(row?.['count'] ?? 0);
  const parent = new Int32Array(count).fill(-1);
  const upward = new Int32Array(count);
  let filled = 0;
  await readColumns(
    engine,
    `SELECT CAST(m.member_no AS INTEGER), CAST(coalesce(p.member_no, -1) AS INTEGER)
     FROM network_member n
     JOIN member m ON m.member_id = n.member_id
     LEFT JOIN member p ON p.member_id = n.parent_id
     WHERE n.tree = 'sponsor' ORDER BY n.level DESC`,
    ['int', 'int'],
    ([no, up]) => {
      for (let i = 0; i < no!.length; i++) {
        upward[filled++] = no![i]!;
        parent[no![i]!] = up![i]!;
      }
    },
  );
  return { count, upward: upward.subarray(0, filled), parent };
}

/** Adds each member's amount to everyone above it, in place. Exact within 2^53. */
export function sumUpward({ upward, parent }: TreeOrder, amount: Float64Array): void {
  for (const no of upward) {
    const up = parent[no]!;
    if (up >= 0) amount[up]! += amount[no]!;
  }
}
