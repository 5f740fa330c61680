import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DirectedGraph } from 'graphology';

export interface Columns {
  readonly parent: Int32Array;
  readonly day: Int32Array;
  readonly paid: Float64Array;
  readonly earned: Float64Array;
}

export interface CTimes {
  readonly sweeps_s: number;
  readonly dates_s: number;
  readonly checksum: number;
}

/** Compiles bench/forest.c and runs it on the same columns; null without a C compiler. */
export function runC(columns: Columns, folder: string): CTimes | null {
  const program = join(folder, 'forest-c');
  try {
    const source = new URL('forest.c', import.meta.url).pathname;
    execFileSync('gcc', ['-O2', '-o', program, source], { stdio: 'pipe' });
  } catch {
    return null;
  }
  const data = join(folder, 'forest.bin');
  const file = openSync(data, 'w');
  for (const { buffer, byteOffset, byteLength } of Object.values(columns)) {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    for (let at = 0; at < bytes.length;)
      at += writeSync(file, bytes, at, 1 << 26 < bytes.length - at ? 1 << 26 : bytes.length - at);
  }
  closeSync(file);
  const output = execFileSync(program, [String(columns.parent.length), data], { encoding: 'utf8' });
  const [sweeps = 0, dates = 0, checksum = 0] = output.trim().split(' ').map(Number);
  return { sweeps_s: sweeps, dates_s: dates, checksum };
}

/** Building the graph and counting subtrees with a general graph library. */
export function runGraphology(parent: Int32Array): number {
  const start = performance.now();
  const graph = new DirectedGraph();
  parent.forEach((_, i) => graph.addNode(i));
  parent.forEach((up, i) => up >= 0 && graph.addEdge(up, i));
  const people = new Map<string, number>();
  const level = new Map<string, number>();
  const height = new Map<string, number>();
  const order = graph.filterNodes((node) => graph.inDegree(node) === 0);
  for (const root of order) level.set(root, 1);
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!;
    graph.forEachOutNeighbor(node, (child) => {
      level.set(child, level.get(node)! + 1);
      order.push(child);
    });
  }
  for (const node of order.toReversed()) {
    let heads = 1;
    let below = 0;
    graph.forEachOutNeighbor(node, (child) => {
      heads += people.get(child)!;
      below = Math.max(below, height.get(child)!);
    });
    people.set(node, heads);
    height.set(node, below + 1);
  }
  return (performance.now() - start) / 1000;
}

/** What a graph library of Python's took, and the sums of its levels, people and heights. */
export interface PythonRun {
  readonly version: string;
  readonly seconds: number;
  readonly sums: readonly number[];
}

/** Runs bench/forest_peers.py; null where Python or the library is not there. */
export function runPython(library: string, parent: Int32Array, folder: string): PythonRun | null {
  const data = join(folder, 'parent.bin');
  writeFileSync(data, parent);
  const program = new URL('forest_peers.py', import.meta.url).pathname;
  try {
    const output = execFileSync('python3', [program, library, data], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [version = '', seconds = '', ...sums] = output.trim().split(' ');
    return { version, seconds: Number(seconds), sums: sums.map(Number) };
  } catch {
    return null;
  }
}
