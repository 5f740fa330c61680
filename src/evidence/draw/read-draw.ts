import { jsonOrNull } from '../../model/json-or-null.ts';
import type { CommittedDraw, PublishedDraw } from './draw-shape.ts';

/** A draw as it is published. */
export interface PublicDraw {
  readonly committed: CommittedDraw;
  readonly published: PublishedDraw;
}

/** A draw out of a file, with the record it came in and the digest that stands beside it. */
export interface ReadDraw extends PublicDraw {
  readonly record: { readonly content: object; readonly digest: string } | null;
}

/** Says where a value is not of the shape, or null where it is. */
type Shape = (value: unknown, at: string) => string | null;

const listOf =
  (of: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return at;
    for (const [i, one] of value.entries()) {
      const place = of(one, `${at}[${i}]`);
      if (place !== null) return place;
    }
    return null;
  };

/** Exactly these fields: what stands beside them was committed by nobody. */
const fields =
  (of: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (!isObject(value)) return at;
    const extra = Object.keys(value).find((name) => !Object.hasOwn(of, name));
    if (extra !== undefined) return `${at}.${extra}`;
    for (const [name, shape] of Object.entries(of)) {
      const place = shape(value[name], `${at}.${name}`);
      if (place !== null) return place;
    }
    return null;
  };

const text: Shape = (value, at) => (typeof value === 'string' && value.isWellFormed() ? null : at);
const textOrNull: Shape = (value, at) => (value === null ? null : text(value, at));
const whole: Shape = (value, at) => (Number.isSafeInteger(value) ? null : at);

const drawn = { draw_id: text, drawn: whole, inspectors_each: whole };

const committed = fields({
  ...drawn,
  subjects_digest: text,
  inspectors_digest: text,
  commitments: listOf(fields({ party: text, commitment: text })),
  beacon: textOrNull,
});

const published = fields({
  lists: fields({
    ...drawn,
    subjects: listOf(fields({ id: text, weight: whole })),
    inspectors: listOf(fields({ id: text, avoids: listOf(text) })),
  }),
  seeds: listOf(fields({ party: text, seed: text })),
  beacon_value: textOrNull,
  result: listOf(fields({ subject: text, inspectors: listOf(text) })),
});

const publicDraw = fields({ committed, published });

/** Bytes that show whether a file is JSON. */
export const beginning_bytes = 64;

/** Whether a file that begins so is a draw rather than the archive of a bag: an object of JSON. */
export function isDrawText(beginning: string): boolean {
  return /^\uFEFF?\s*\{/.test(beginning);
}

/**
 * A draw from `{"committed", "published"}`, or from the record it was published in,
 * `{"record", "digest"}`; the first place that is not as it is published.
 */
export function readDraw(json: string): ReadDraw | { readonly flaw: string } {
  const value = jsonOrNull(json.replace(/^\uFEFF/, ''));
  if (!isObject(value)) return { flaw: 'JSON' };
  if (!('record' in value))
    return isDraw(value) ? { ...value, record: null } : flawOf(value, 'draw');
  const { record: content, digest } = value;
  if (!isObject(content)) return { flaw: 'record' };
  if (typeof digest !== 'string') return { flaw: 'digest' };
  const { draw } = content;
  return isDraw(draw) ? { ...draw, record: { content, digest } } : flawOf(draw, 'record.draw');
}

function isDraw(value: unknown): value is PublicDraw {
  return publicDraw(value, '') === null;
}

function flawOf(value: unknown, at: string): { readonly flaw: string } {
  return { flaw: publicDraw(value, at) ?? at };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
