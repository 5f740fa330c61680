import { textOf } from './bytes.ts';
import type { DumpState } from './dump-state.ts';
import type { Stretch } from './gaps.ts';
import { blocksOpened, definesRoutine, statementEnd } from './statement-end.ts';
import type { StatementEnd } from './statement-end.ts';

/** A routine's definition that goes on longer than this has no end. */
const routine_bytes_max = 256 * 1024;

/** What looking through one statement of a body costs beside its length, see `DumpState.spend`. */
const piece_cost = 1024;

/**
 * The end of the statement at `at`. A routine written without DELIMITER has semicolons in its body:
 * it ends behind its last block. Null when more bytes are needed.
 */
export function wholeStatement(
  state: DumpState,
  stretch: Stretch,
  at: number,
): StatementEnd | null {
  const { bytes, to, final } = stretch;
  const { delimiter, escapes } = state;
  const first = statementEnd(stretch, at, delimiter, escapes);
  if (!first || delimiter !== ';') return first;
  const head = textOf(bytes, at, Math.min(first.end, at + 1024));
  if (!definesRoutine(head)) return first;
  let end: StatementEnd = first;
  let from = at;
  for (let depth = 0; ;) {
    const piece = textOf(bytes, from, end.end);
    depth += blocksOpened(piece);
    if (depth <= 0) return end;
    const endless = end.end - at > routine_bytes_max || (final && end.next >= to);
    if (endless || !state.spend(piece.length + piece_cost)) return first;
    const next = statementEnd(stretch, end.next, delimiter, escapes);
    if (!next) return null;
    from = end.next;
    end = next;
  }
}
