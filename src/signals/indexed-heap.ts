/** Nodes by weight, lightest first; of equal ones the lower number first. */
export interface IndexedHeap {
  readonly size: number;
  /** Takes the lightest node out; -1 when there is none. */
  pop(): number;
  /** Takes that much off a node still inside. O(log n). */
  lower(node: number, by: number): void;
}

/**
 * A binary heap over all nodes of `weight`, which it owns and changes. Built in linear time.
 */
export function indexedHeap(weight: Float64Array): IndexedHeap {
  let size = weight.length;
  const heap = Int32Array.from(weight.keys());
  const place = Int32Array.from(weight.keys());
  const before = (a: number, b: number): boolean => {
    const [first, second] = [weight[a] ?? 0, weight[b] ?? 0];
    return first < second || (first === second && a < b);
  };
  const put = (node: number, at: number): void => {
    heap[at] = node;
    place[node] = at;
  };
  const rise = (node: number, from: number): void => {
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up]!;
      if (!before(node, parent)) break;
      put(parent, at);
      at = up;
    }
    put(node, at);
  };
  const sink = (node: number, from: number): void => {
    let at = from;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && before(heap[down + 1]!, heap[down]!)) down++;
      const child = heap[down]!;
      if (!before(child, node)) break;
      put(child, at);
      at = down;
    }
    put(node, at);
  };
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(heap[at]!, at);
  return {
    get size() {
      return size;
    },
    pop() {
      if (size === 0) return -1;
      const top = heap[0]!;
      const last = heap[--size]!;
      if (size > 0) sink(last, 0);
      return top;
    },
    lower(node, by) {
      weight[node]! -= by;
      rise(node, place[node]!);
    },
  };
}
