/** A test case of a provision as a reader sees it. */
export interface Example {
  readonly name: string;
  readonly as_of: string;
  /** The data given, a row each: 'after_sale: after_sale_id = a1, refunded_at = ?'. */
  readonly rows: readonly string[];
  /** Subjects that do not meet it, that cannot be decided, and that meet it. */
  readonly breach: readonly string[];
  readonly cannot_tell: readonly string[];
  readonly ok: readonly string[];
}
