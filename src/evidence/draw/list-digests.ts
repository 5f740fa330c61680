import { digestOf } from '../digest.ts';
import type { DrawLists } from './draw-shape.ts';

/** What is committed of the lists: SHA-256 of their canonical JSON, with the draw's name. */
export function listDigests({ draw_id, subjects, inspectors }: DrawLists): {
  readonly subjects_digest: string;
  readonly inspectors_digest: string;
} {
  return {
    subjects_digest: digestOf(['polyprism-draw-subjects-v1', draw_id, subjects]),
    inspectors_digest: digestOf(['polyprism-draw-inspectors-v1', draw_id, inspectors]),
  };
}
