/** One that may be inspected; the higher its weight, the likelier it is drawn. */
export interface DrawSubject {
  readonly id: string;
  /** Whole, from 1 to `draw_weight_max`: set by risk tier before the lists are committed. */
  readonly weight: number;
}

/** One that may inspect, and whom it must not (回避). */
export interface DrawInspector {
  readonly id: string;
  readonly avoids: readonly string[];
}

/** What is drawn from: fixed and committed before anybody can know a seed. */
export interface DrawLists {
  readonly draw_id: string;
  readonly subjects: readonly DrawSubject[];
  readonly inspectors: readonly DrawInspector[];
  /** How many subjects are drawn. */
  readonly drawn: number;
  /** How many inspectors each gets. */
  readonly inspectors_each: number;
}

/** Published before the first seed is shown. */
export interface CommittedDraw {
  readonly draw_id: string;
  readonly subjects_digest: string;
  readonly inspectors_digest: string;
  readonly drawn: number;
  readonly inspectors_each: number;
  readonly commitments: readonly { readonly party: string; readonly commitment: string }[];
  /** A public source of chance and the value of it that will count; null for none. */
  readonly beacon: string | null;
}

export interface DrawSeed {
  readonly party: string;
  /** 32 bytes, lower-case hexadecimal. */
  readonly seed: string;
}

export interface Drawn {
  readonly subject: string;
  readonly inspectors: readonly string[];
}

/** Published when all seeds were shown: enough to draw again. */
export interface PublishedDraw {
  readonly lists: DrawLists;
  readonly seeds: readonly DrawSeed[];
  readonly beacon_value: string | null;
  readonly result: readonly Drawn[];
}
