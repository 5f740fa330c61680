import type { EvidenceValue } from '../model/provision.ts';
import type { TableName } from '../model/tables.ts';

export type TestRow = Readonly<Record<string, EvidenceValue>>;

/** A finding expected of a case: its subject, and whatever else is stated must be equal. */
export interface ExpectedBreach {
  readonly subject: string;
  readonly act_on?: string | null;
  /** Evidence columns of the first evidence row. */
  readonly evidence: TestRow;
}

/** A subject that cannot be decided; a need ('table.column') stands for the whole data set. */
export interface Undecided {
  readonly subject: string;
  /** What it wants for; an expectation need not say. */
  readonly needs: string | null;
}

/** One tiny data set and what the provision must say about it, exactly. */
export interface ProvisionTestCase {
  readonly name: string;
  readonly as_of: string;
  readonly tables: Readonly<Partial<Record<TableName, readonly TestRow[]>>>;
  /** 'table' or 'table.column' counted as supplied though no row gives it a value. */
  readonly present: readonly string[];
  /** 'table' or 'table.column' counted as not supplied. */
  readonly absent: readonly string[];
  readonly expect: {
    readonly breach: readonly ExpectedBreach[];
    readonly cannot_tell: readonly Undecided[];
    /** Subjects that must be in neither list. */
    readonly ok: readonly string[];
  };
}

export interface ProvisionTestFile {
  readonly file: string;
  readonly cases: readonly ProvisionTestCase[];
}
