export interface Place {
  readonly line: number;
  readonly column: number | null;
  /** Characters to mark; 1 where it is not known. */
  readonly length?: number;
}

const line_px = 20;
const above_px = 80;

/** Marks a place in a text and brings it into sight. */
export function selectPlace(box: HTMLTextAreaElement, { line, column, length = 1 }: Place): void {
  const lines = box.value.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const from = before + (column ?? 1) - 1;
  box.focus();
  box.setSelectionRange(from, from + Math.max(1, length));
  box.scrollTop = Math.max(0, (line - 1) * line_px - above_px);
}
