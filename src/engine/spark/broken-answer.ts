import { PolyprismError } from '../../model/issue.ts';

/** What came is no answer a HiveServer2 gives. */
export function brokenAnswer(reason: string): PolyprismError {
  return new PolyprismError('spark.broken_answer', { reason });
}
