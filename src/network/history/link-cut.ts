/** No node. Inside, nodes are numbered from 1 so that 0 can stand for none. */
const NONE = 0;

/**
 * A forest that changes while sums over its subtrees are kept: every operation costs O(log n)
 * amortised however deep the trees are (Sleator and Tarjan, A data structure for dynamic trees,
 * J. Comput. System Sci. 26, 1983; with splay trees: JACM 32, 1985).
 */
export interface LinkCut {
  /** What stands in the subtree of a node, the node included. */
  readonly sum: (node: number) => number;
  /** Adds to a node, and so to the sums of everyone above it. */
  readonly add: (node: number, amount: number) => void;
  /** Hangs the root of a tree under a node of another tree, with all it holds. */
  readonly link: (node: number, above: number) => void;
  readonly cut: (node: number) => void;
  readonly rootOf: (node: number) => number;
  /** From when on the node is to be named in `reached`; Infinity for never. */
  readonly await: (node: number, sum: number) => void;
  /** Nodes whose sum came to what they awaited; each awaits nothing from then on. */
  readonly reached: number[];
}

/** `size` nodes that hold nothing, each a tree of its own. */
export function linkCut(size: number): LinkCut {
  const t = new PathTrees(size);
  const reached: number[] = [];
  /** Raises all on the path from the root to `x`, the top of its splay tree. */
  const raise = (x: number, amount: number): void => {
    t.shift(x, amount);
    for (let top = x; t.least[top]! <= 0;) {
      top = t.findLeast(top);
      t.slack[top] = Infinity;
      t.pull(top);
      t.splay(top);
      reached.push(top - 1);
    }
  };
  return {
    reached,
    sum: (node) => {
      t.access(node + 1);
      return t.sum[node + 1]!;
    },
    add: (node, amount) => {
      t.access(node + 1);
      raise(node + 1, amount);
    },
    link: (node, above) => {
      const [x, p] = [node + 1, above + 1];
      t.access(x);
      t.access(p);
      t.up[x] = p;
      raise(p, t.sum[x]!);
    },
    cut: (node) => {
      const x = node + 1;
      t.access(x);
      const rest = t.left[x]!;
      if (rest === NONE) return;
      t.up[rest] = NONE;
      t.left[x] = NONE;
      t.pull(x);
      raise(rest, -t.sum[x]!);
    },
    rootOf: (node) => {
      t.access(node + 1);
      let x = node + 1;
      while (t.left[x] !== NONE) x = t.left[x]!;
      t.splay(x);
      return x - 1;
    },
    await: (node, sum) => {
      const x = node + 1;
      t.access(x);
      t.slack[x] = sum - t.sum[x]!;
      t.pull(x);
    },
  };
}

/** Every tree as paths, every path as a splay tree from its upper to its lower end. */
class PathTrees {
  /** Above in the splay tree; at its top, the node the path hangs under. */
  readonly up: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly sum: Float64Array;
  /** Not yet told to what is below in the splay tree. */
  readonly owed: Float64Array;
  /** How much is missing to the awaited sum; its least in the splay tree below. */
  readonly slack: Float64Array;
  readonly least: Float64Array;
  private readonly stack: Int32Array;

  constructor(size: number) {
    const n = size + 1;
    this.up = new Int32Array(n);
    this.left = new Int32Array(n);
    this.right = new Int32Array(n);
    this.stack = new Int32Array(n);
    this.sum = new Float64Array(n);
    this.owed = new Float64Array(n);
    this.slack = new Float64Array(n).fill(Infinity);
    this.least = new Float64Array(n).fill(Infinity);
  }

  /** Makes the path from the root to `x` one splay tree, with `x` on top. */
  access(x: number): void {
    let below = NONE;
    for (let y = x; y !== NONE; y = this.up[y]!) {
      this.splay(y);
      this.right[y] = below;
      this.pull(y);
      below = y;
    }
    this.splay(x);
  }

  shift(x: number, amount: number): void {
    this.sum[x]! += amount;
    this.owed[x]! += amount;
    this.slack[x]! -= amount;
    this.least[x]! -= amount;
  }

  push(x: number): void {
    const owed = this.owed[x]!;
    if (owed === 0) return;
    const left = this.left[x]!;
    const right = this.right[x]!;
    if (left !== NONE) this.shift(left, owed);
    if (right !== NONE) this.shift(right, owed);
    this.owed[x] = 0;
  }

  pull(x: number): void {
    const least = this.least;
    least[x] = Math.min(this.slack[x]!, least[this.left[x]!]!, least[this.right[x]!]!);
  }

  /** The uppermost node below `x` in the splay tree that has reached what it awaits. */
  findLeast(x: number): number {
    let at = x;
    for (;;) {
      this.push(at);
      if (this.least[this.left[at]!]! <= 0) at = this.left[at]!;
      else if (this.slack[at]! <= 0) return at;
      else at = this.right[at]!;
    }
  }

  splay(x: number): void {
    let depth = 0;
    let y = x;
    for (; this.inside(y); y = this.up[y]!) this.stack[depth++] = y;
    this.push(y);
    while (depth > 0) this.push(this.stack[--depth]!);
    while (this.inside(x)) {
      const p = this.up[x]!;
      if (this.inside(p)) {
        const straight = (this.left[p] === x) === (this.left[this.up[p]!] === p);
        this.rotate(straight ? p : x);
      }
      this.rotate(x);
    }
  }

  /** Whether a node is below another in its splay tree. */
  private inside(x: number): boolean {
    const p = this.up[x]!;
    return p !== NONE && (this.left[p] === x || this.right[p] === x);
  }

  private rotate(x: number): void {
    const p = this.up[x]!;
    const g = this.up[p]!;
    if (this.inside(p)) {
      if (this.left[g] === p) this.left[g] = x;
      else this.right[g] = x;
    }
    const [near, far] = this.left[p] === x ? [this.left, this.right] : [this.right, this.left];
    const inner = far[x]!;
    near[p] = inner;
    if (inner !== NONE) this.up[inner] = p;
    far[x] = p;
    this.up[p] = x;
    this.up[x] = g;
    this.pull(p);
    this.pull(x);
  }
}
