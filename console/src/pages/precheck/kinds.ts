import type { prechecksCreate } from '../../../../src/server/contract/prechecks.ts';
import type { GivenTo } from '../../api/call.ts';

export type Asked = GivenTo<typeof prechecksCreate>['body'];

/** What can be pasted; a plan is a text of its own language. */
export const kindNames = ['listing', 'post', 'script', 'promotion', 'plan'] as const;
export type KindName = (typeof kindNames)[number];

interface Kind {
  readonly table: Asked['table'];
  /** Columns that are texts, the longest last. */
  readonly texts: readonly string[];
  /** Columns asked for from the beginning; others when a verdict needs them. */
  readonly fields: readonly string[];
  /** What is known by the kind alone. */
  readonly set: Readonly<Record<string, string>>;
}

export const kinds: Readonly<Record<Exclude<KindName, 'plan'>, Kind>> = {
  listing: {
    table: 'listing',
    texts: ['title', 'claims'],
    fields: ['category', 'price_minor'],
    set: { status: 'on' },
  },
  post: { table: 'content', texts: ['body'], fields: ['ad_label'], set: { kind: 'post' } },
  script: {
    table: 'content',
    texts: ['body'],
    fields: ['ad_label'],
    set: { kind: 'live_segment', channel: 'live' },
  },
  promotion: {
    table: 'price_event',
    texts: ['basis'],
    fields: ['kind', 'price_minor', 'reference_price_minor', 'conditions_shown'],
    set: {},
  },
};

export function isKind(name: string): name is KindName {
  return kindNames.some((one) => one === name);
}
