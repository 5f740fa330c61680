import type { Place } from '../../model/issue.ts';
import { compareText } from '../../model/issue.ts';
import type { RawSink } from '../raw.ts';

/** Counts, by kind, the statements that were read past: they are listed, never executed. */
export class StatementLog {
  readonly #kinds = new Map<string, number>();
  #first: Place | null = null;
  #count = 0;

  add(kind: string, place: Place): void {
    this.#first ??= place;
    this.#count += 1;
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
  }

  /** One issue with all kinds and how often each: 'CREATE TRIGGER × 2, SET × 9'. */
  tell(sink: RawSink): void {
    if (!this.#first) return;
    const kinds = [...this.#kinds]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([kind, count]) => `${kind} × ${count}`)
      .join(', ');
    sink.issue('dump.statement_skipped', { kinds }, this.#first, this.#count);
  }
}
