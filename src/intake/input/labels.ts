import { basename } from 'node:path';

/**
 * A short name for each absolute path: as many of its last segments as it takes to tell them
 * apart. No more of this machine's folders shows than needed.
 */
export function shortLabels(paths: readonly string[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (let segments = 1; labels.size < new Set(paths).size; segments += 1) {
    const counts = new Map<string, number>();
    const open = [...new Set(paths)].filter((path) => !labels.has(path));
    for (const path of new Set(paths)) {
      const label = tail(path, segments);
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    for (const path of open) {
      const label = tail(path, segments);
      const whole = path.split('/').length - 1 <= segments;
      if (counts.get(label) === 1 || whole) labels.set(path, label || basename(path));
    }
  }
  return labels;
}

function tail(path: string, segments: number): string {
  return path.split('/').filter(Boolean).slice(-segments).join('/');
}
