import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { version } from '@duckdb/node-api';

/** What a measurement was made on, in one line: ratios travel between machines, seconds do not. */
export function hardware(): string {
  const cores = cpus();
  const memory_gib = (totalmem() / 1024 ** 3).toFixed(0);
  const programs = `Node ${process.versions.node}, DuckDB ${version()}, ${compiler()}`;
  const model = cores[0]?.model ?? 'unknown processor';
  return `${cores.length} × ${model}, ${memory_gib} GiB, ${type()} ${release()}; ${programs}`;
}

function compiler(): string {
  try {
    return execFileSync('gcc', ['-dumpfullversion'], { encoding: 'utf8' })
      .trim()
      .replace(/^/, 'gcc ');
  } catch {
    return 'no C compiler';
  }
}
