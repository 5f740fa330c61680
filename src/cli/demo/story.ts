import type { z } from '@hono/zod-openapi';
import type { JsonObject } from '../../model/json.ts';
import type { Face, MatterKind } from '../../model/matter.ts';
import type { publicationsCreate } from '../../server/contract/publications.ts';
import type { PersonKey, TenantKey } from './world.ts';

/** What a story may refer to when an act of it is played. */
export interface Known {
  /** The text in the language of the demonstration. */
  readonly say: (en: string, zh: string) => string;
  /** The legal day so many days before today; after it where negative. */
  readonly day: (days_ago: number) => string;
  /** The matter of a story that has begun. */
  readonly matter: (story: string) => string;
  /** Where the visitor will find the server. */
  readonly site: string;
  /** The inspection of the sample, and what it found against a provision. */
  readonly inspection_id: string;
  readonly findings: (provision: string, most: number) => readonly string[];
  /** The inspection of the fair, and what it found at the operator's own account. */
  readonly fair_id: string;
  readonly own_findings: (most: number) => readonly string[];
}

/** One step somebody takes; with `approved_by` it is proposed and approved. */
export interface Act {
  readonly days_ago: number;
  readonly by: PersonKey;
  readonly step: string;
  readonly why?: (known: Known) => string;
  readonly data?: (known: Known) => JsonObject;
  readonly approved_by?: PersonKey;
  /** In place of a step: what is published of the matter; nothing comes after it. */
  readonly publication?: (known: Known) => Publication;
}

type Publication = Omit<z.input<(typeof publicationsCreate)['body']>, 'matter_id'>;

/** A matter from its opening on: the first act opens it. */
export interface Story {
  readonly key: string;
  readonly kind: MatterKind;
  readonly face: Face;
  readonly parties: readonly {
    readonly face: Face;
    readonly tenant: TenantKey;
    readonly user?: PersonKey;
  }[];
  readonly acts: readonly Act[];
}
