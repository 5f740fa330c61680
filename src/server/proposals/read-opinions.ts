import type { Answer, ProposalState } from '../../casework/proposals/proposal.ts';
import type { StoreTx } from '../../store/store.ts';

/** What somebody says of a proposal, as it is kept. */
export interface Opinion {
  readonly id: string;
  readonly proposal_id: string;
  readonly at: string;
  readonly on: string;
  /** A file of the proposal; null where it speaks of the whole. */
  readonly file: string | null;
  readonly text: string;
  /** As given, not checked. */
  readonly name: string | null;
  /** Of somebody signed in; consumers have no tenant to be named. */
  readonly tenant_id: string | null;
  readonly tenant: string | null;
  readonly party: string | null;
  readonly user_id: string | null;
}

export interface OpinionsAsked {
  readonly after: string;
  readonly limit: number;
  /** Only these; all of them where left out. */
  readonly ids?: readonly string[];
}

/** Opinions of a proposal in the order of their coming. */
export async function readOpinions(
  { db }: StoreTx,
  proposal_id: string,
  { after, limit, ids }: OpinionsAsked,
): Promise<(Opinion & { readonly digest: string })[]> {
  if (ids?.length === 0) return [];
  const rows = await db
    .selectFrom('opinion')
    .select(['content', 'digest'])
    .where('proposal_id', '=', proposal_id)
    .where('id', '>', after)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('id')
    .limit(limit)
    .execute();
  // Written by `public.opine` as such.
  return rows.map(({ content, digest }) => ({ ...(JSON.parse(content) as Opinion), digest }));
}

export async function opinionCount({ db }: StoreTx, proposal_id: string): Promise<number> {
  const { n } = await db
    .selectFrom('opinion')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('proposal_id', '=', proposal_id)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** An opinion as it is shown; to the public without words that are withheld. */
export function shownOpinion(
  one: Opinion & { readonly digest: string },
  answers: ProposalState['answers'],
  to: 'tenant' | 'public',
) {
  const { id, at, on, file, name, tenant, party, digest } = one;
  const answer: Answer | null = answers.get(id) ?? null;
  const hidden = to === 'public' && answer?.shown !== true;
  return {
    id,
    at,
    on,
    file,
    text: hidden ? null : one.text,
    from: { name: hidden ? null : name, tenant, party },
    answer,
    digest,
  };
}
