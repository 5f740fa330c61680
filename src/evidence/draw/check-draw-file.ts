import { PolyprismError } from '../../model/issue.ts';
import { digestOf } from '../digest.ts';
import type { Drawn } from './draw-shape.ts';
import { readDraw } from './read-draw.ts';
import type { ReadDraw } from './read-draw.ts';
import { drawCheck, verifyDraw } from './verify-draw.ts';
import type { DrawCheck } from './verify-draw.ts';

/** How a draw's file stands, and what it says was drawn; null where it cannot be read. */
export interface CheckedDraw {
  readonly checks: readonly DrawCheck[];
  readonly told: DrawTold | null;
}

/** What a draw tells of itself: as far as its checks hold, it is so. */
export interface DrawTold {
  readonly draw_id: string;
  readonly subjects: number;
  readonly inspectors: number;
  readonly parties: readonly string[];
  readonly result: readonly Drawn[];
  /** Digest of the record it was published in: what the log has; null where there is none. */
  readonly digest: string | null;
}

/**
 * The file of a published draw, drawn again and compared. It runs in a browser as in Node, and
 * asks nothing of a network.
 */
export function checkDrawFile(json: string): CheckedDraw {
  const read = readDraw(json);
  if ('flaw' in read) {
    const { issue } = new PolyprismError('casework.draw_malformed', { at: read.flaw });
    return { checks: [drawCheck('form', [issue])], told: null };
  }
  const { committed, published } = read;
  const checks = [
    drawCheck('form', []),
    ...recordChecks(read),
    ...verifyDraw(committed, published),
  ];
  return { checks, told: toldBy(read) };
}

function recordChecks({ record }: ReadDraw): DrawCheck[] {
  if (record === null) return [];
  const { content, digest } = record;
  const seen = digestOrNone(content);
  if (seen === digest) return [drawCheck('record', [])];
  const { issue } = new PolyprismError('casework.draw_record_changed', { digest, seen });
  return [drawCheck('record', [issue])];
}

/** What is nested deeper than can be gone through was never published. */
function digestOrNone(content: object): string {
  try {
    return digestOf(content);
  } catch (error) {
    if (error instanceof RangeError) return '–';
    throw error;
  }
}

function toldBy({ published: { lists, seeds, result }, record }: ReadDraw): DrawTold {
  return {
    draw_id: lists.draw_id,
    subjects: lists.subjects.length,
    inspectors: lists.inspectors.length,
    parties: seeds.map(({ party }) => party),
    result,
    digest: record?.digest ?? null,
  };
}
