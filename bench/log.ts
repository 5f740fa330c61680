import { growingTree } from '../src/evidence/log/growing-tree.ts';

/** Leaves a second of one core appended to the log in memory, the root taken every 256. */
export function benchLog(print: (line: string) => void): void {
  const leaves = 500_000;
  const entry = Buffer.alloc(32);
  const before = process.cpuUsage();
  const tree = growingTree();
  for (let at = 0; at < leaves; at++) {
    entry.writeUInt32BE(at);
    tree.append(entry);
    if (at % 256 === 0) tree.root();
  }
  const { user, system } = process.cpuUsage(before);
  const rate = Math.round((leaves / (user + system)) * 1e6);
  print(`log: ${rate.toLocaleString('en')} leaves/s in memory (bar: at least 100,000)`);
}
