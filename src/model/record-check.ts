import type { Issue } from './issue.ts';
import type { EvidenceValue, Finding, Pack } from './provision.ts';
import type { TableName } from './tables.ts';
import type { UsedEdition } from './used-edition.ts';

/** What of a pack judging single records takes. */
export interface RecordPack extends Omit<Pack, 'coverage' | 'deadlines' | 'sheets'> {
  /** The published standard it is; left out where it is none. */
  readonly edition?: UsedEdition;
}

/** What a row provision says of one record. */
export interface RecordVerdict {
  readonly provision: string;
  readonly verdict: 'breach' | 'indication' | 'cannot_tell' | 'no_breach';
  /** 'table.column' and the like that would have allowed an answer. */
  readonly needs: readonly string[];
  /** The breach, or the indication of one: by which version, with which evidence. */
  readonly finding: RecordFinding | null;
}

/** A finding about a record that belongs to no snapshot: it has no digest and no raw file. */
export type RecordFinding = Omit<Finding, 'id' | 'provision' | 'verdict' | 'laws' | 'source'>;

/** What a record is in the eyes of the law, by a provision that classifies. */
export interface RecordClassification {
  readonly provision: string;
  /** null where that cannot be told. */
  readonly holds: boolean | null;
  /** Since when, where the provision says. */
  readonly since: string | null;
  /** What would have allowed an answer. */
  readonly needs: readonly string[];
}

/** One record judged by every row provision over its table. */
export interface RecordCheck {
  readonly table: TableName;
  /** The record's own id, or the name its caller gave it. */
  readonly id: string;
  /** Values and columns that could not be read; what hangs on them cannot be told. */
  readonly issues: readonly Issue[];
  /** Terms found in its texts, as rows of `screening_hit`: those an exception excuses as well. */
  readonly hits: readonly Readonly<Record<string, EvidenceValue>>[];
  /** What it is, found first and read by other provisions; sorted by provision. */
  readonly classifications: readonly RecordClassification[];
  /** Sorted by provision. */
  readonly verdicts: readonly RecordVerdict[];
}
