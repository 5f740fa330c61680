import type { Localised } from '../model/localised.ts';
import type { Party, Role } from '../model/actor.ts';
import type { Face, MatterKind } from '../model/matter.ts';

/** What a value of a step's data must be. */
export type Field = { readonly optional?: true } &
  /** At most so many characters; left out, as many as a text may have. */
  (
    | { readonly is: 'text'; readonly chars_max?: number }
    | { readonly is: 'id' | 'day' | 'instant' | 'whole' | 'flag' | 'digest' }
    /** Each answer with its words. */
    | { readonly is: 'one_of'; readonly of: Readonly<Record<string, Localised>> }
    | { readonly is: 'texts' | 'ids' | 'digests'; readonly least: number }
    | { readonly is: 'parties' }
  );

/** Who may take a step: a side of the matter and, but for consumers, one of these roles. */
export interface Taker {
  readonly face: Face | 'system';
  readonly roles: readonly Role[];
}

/** A day that a step puts down, for clocks to run from and to be stopped by. */
export interface MarkRule {
  readonly name: string;
  /** The field with the day; without it, the day of the step. */
  readonly on?: string;
  /** Whether that day lies ahead of the step; otherwise it is the step's day or earlier. */
  readonly ahead?: true;
  /** The field with the name of the thing it is about, where a matter has several. */
  readonly item?: string;
  /** Put down only where this field is there and neither false nor 0. */
  readonly when?: string;
  /** The field with the last day that the step itself sets. */
  readonly due?: string;
}

/** A stretch of time that the law leaves out of a term. 扣除时间 */
export interface SpanRule {
  readonly name: string;
  readonly does: 'begin' | 'end';
}

/** A term made longer: by the law's own length, or to a day that the step sets. */
export interface ExtensionRule {
  readonly clock: string;
  readonly item?: string;
  readonly until?: string;
}

/** What must hold besides status and actor. */
export type Need =
  /** The mark is there (or is not). */
  | {
      readonly is: 'mark';
      readonly name: string;
      readonly there: boolean;
      /** Asked only where this flag of the step's data is true. */
      readonly when?: string;
      /** Asked only where this mark is there. */
      readonly given?: string;
    }
  /** The thing named was begun by the first mark and ended by none of the others; or is new. */
  | { readonly is: 'item_open'; readonly start: string; readonly ends: readonly string[] }
  | { readonly is: 'item_new'; readonly start: string }
  | { readonly is: 'all_ended'; readonly start: string; readonly ends: readonly string[] }
  /** The stretch of time runs, or does not. */
  | { readonly is: 'span'; readonly name: string; readonly runs: boolean }
  /** Nobody who took one of these steps takes this one. */
  | { readonly is: 'not_taken_by'; readonly steps: readonly string[] }
  | { readonly is: 'taken_by'; readonly step: string }
  /** Nobody who decided the matter linked at the opening decides this one. */
  | { readonly is: 'not_decided_by'; readonly matter: string; readonly steps: readonly string[] }
  /**
   * Of these terms at least one runs, and all that run are over; `day` names the field that must
   * be the last day.
   */
  | { readonly is: 'term_over'; readonly clocks: readonly string[]; readonly day?: string }
  /** The day kept under this name is past, or is not. */
  | { readonly is: 'day_past'; readonly kept: string; readonly past: boolean }
  /** An inspection made since finds none of what the order was about. */
  | { readonly is: 'cured' }
  | { readonly is: 'count'; readonly mark: string; readonly least: number }
  /** As many different things carry the second mark as the first. */
  | { readonly is: 'as_many'; readonly marks: readonly [string, string] }
  /** All that the field lists stands in the list kept under this name. */
  | { readonly is: 'within'; readonly field: string; readonly kept: string }
  /** The seed shown is the one whose digest was committed under this name. */
  | { readonly is: 'seed_matches' }
  /** These flags of the step's data are true. */
  | { readonly is: 'said'; readonly fields: readonly string[] }
  /** The first number is not above the second. */
  | { readonly is: 'at_most'; readonly field: string; readonly other: string };

/** What a step is called. */
export interface StepNames {
  /** What one does by it, as its button says. */
  readonly verb: Localised;
  /** What happened, as the timeline says once it was taken. */
  readonly title: Localised;
}

/** One step as data. 步骤 */
export interface StepRule extends StepNames {
  /** `open`: every status that is not final; `any`: those too. */
  readonly from: readonly string[] | 'open' | 'any';
  /** null where the status stays. */
  readonly to: string | null;
  readonly by: readonly Taker[];
  readonly reason: 'needed' | 'may';
  /** Proposed by one person, taken by another. 双人 */
  readonly second: boolean;
  readonly data: Readonly<Record<string, Field>>;
  readonly marks: readonly MarkRule[];
  readonly span: SpanRule | null;
  readonly extends: ExtensionRule | null;
  /** Fields that later steps look at; of a step about one of several things, kept for each. */
  readonly keeps: readonly string[];
  readonly needs: readonly Need[];
}

export interface StatusRule {
  readonly title: Localised;
  readonly final: boolean;
}

/** What a term of a matter runs from and what ends it; how long it is stands in the packs. */
export interface ClockRule {
  readonly title: Localised;
  /** The deadline's id without `<pack>.deadline.`; null where a step sets the day. */
  readonly deadline: string | null;
  readonly from: string;
  /** Runs only where this mark is there too. */
  readonly given?: string;
  /** Runs only where this mark is not there. */
  readonly unless?: string;
  readonly done: readonly string[];
  /** Whether each item has its own. */
  readonly per_item: boolean;
  /** Stretches of time left out. */
  readonly leaves_out: readonly string[];
}

/** All that may happen in matters of one kind. */
export interface MatterRules {
  readonly kind: MatterKind;
  readonly title: Localised;
  /** The parties each face may be; a face that is missing has no place in the kind. */
  readonly faces: Readonly<Partial<Record<Face, readonly Party[]>>>;
  readonly statuses: Readonly<Record<string, StatusRule>>;
  /** By name; `open` is the first step of every matter. */
  readonly steps: Readonly<Record<string, StepRule>>;
  readonly clocks: Readonly<Record<string, ClockRule>>;
}
