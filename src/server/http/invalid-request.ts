import { z } from '@hono/zod-openapi';
import { PolyprismError } from '../../model/issue.ts';

/** One place of a request that is not as the contract says. */
export interface WrongPlace {
  readonly at: string;
  readonly en: string;
  readonly zh: string;
}

/** A refused request that also says where: an issue with places, as IssueLog has for files. */
export class InvalidRequest extends PolyprismError {
  readonly places: readonly WrongPlace[];

  constructor(places: readonly WrongPlace[]) {
    super('http.invalid', { count: places.length, at: places[0]?.at ?? '' });
    this.places = places;
  }
}

const places_shown_max = 20;

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

/** A part of a request as its schema reads it; throws with every wrong place in both languages. */
export function checked<T extends z.ZodType>(part: string, schema: T, value: unknown): z.output<T> {
  const read = schema.safeParse(value, { error: english });
  if (read.success) return read.data;
  // The same value is wrong at the same places in the same order, whatever the language.
  const inChinese = schema.safeParse(value, { error: chinese }).error?.issues ?? [];
  const wrong = read.error.issues.slice(0, places_shown_max).map((issue, i) => ({
    at: [part, ...issue.path.map(String)].join('.').slice(0, 200),
    en: issue.message.slice(0, 500),
    zh: (inChinese[i]?.message ?? issue.message).slice(0, 500),
  }));
  throw new InvalidRequest(wrong);
}
