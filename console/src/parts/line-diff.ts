/** A run of lines that both texts have, or only one of them. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'new';
  readonly lines: readonly string[];
}

/** More than this in the middle of two texts is told as all gone and all new. */
const cells_max = 4_000_000;

/** What differs between two texts, line by line: a longest common subsequence. */
export function lineDiff(before: string, after: string): Run[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    { kind: 'same', lines: a.slice(0, start) },
    ...middle,
    { kind: 'same', lines: a.slice(a.length - end) },
  ]);
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function between(a: readonly string[], b: readonly string[]): Run[] {
  if (a.length * b.length > cells_max) {
    return [
      { kind: 'gone', lines: a },
      { kind: 'new', lines: b },
    ];
  }
  const width = b.length + 1;
  // length[i * width + j]: of the longest common subsequence of what is left from i and j on.
  const length = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [old = '', next = ''] = [a[i], b[j]];
    if (i < a.length && j < b.length && old === next) {
      runs.push({ kind: 'same', lines: [old] });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'gone', lines: [old] });
      i += 1;
    } else {
      runs.push({ kind: 'new', lines: [next] });
      j += 1;
    }
  }
  return runs;
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const { kind, lines } of runs) {
    const last = all.at(-1);
    if (lines.length === 0) continue;
    if (last?.kind === kind) all[all.length - 1] = { kind, lines: [...last.lines, ...lines] };
    else all.push({ kind, lines });
  }
  return all;
}
