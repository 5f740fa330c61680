import { digestOf } from '../evidence/digest.ts';
import type { RecordFinding } from '../model/record-check.ts';
import type { TableName } from '../model/tables.ts';
import type { UsedEdition } from '../model/used-edition.ts';
import type { AlertKind } from '../network/live/alerts.ts';

/** What made an alert begin, change or end: an event, or a legal day that began. */
export interface Cause {
  readonly position: number;
  readonly event: string;
  /** When it happened; the day itself where a day began. */
  readonly at: string;
}

interface Raised {
  /** SHA-256 of what it is about, of whom, and what it began with: the same on every machine. */
  readonly id: string;
  readonly subject: { readonly table: TableName; readonly id: string };
  readonly first: Cause;
  /** What made it what it is. */
  readonly latest: Cause;
  /** null while it stands. */
  readonly cleared: Cause | null;
}

/** A row that a provision finds in breach, or of which it finds an indication. */
export interface ProvisionAlert extends Raised {
  readonly kind: 'provision';
  readonly provision: string;
  readonly verdict: 'breach' | 'indication';
  readonly finding: RecordFinding;
  /** The published standard its provision is of; left out where it is of none. */
  readonly standard?: UsedEdition;
}

/** A member below whom a line of people or levels is crossed. */
export interface LineAlert extends Raised {
  readonly kind: 'line';
  readonly line: AlertKind;
  /** Legal day on which what stands below the member first came to the line. */
  readonly on: string;
  /** The member's figures at that event, as network_member has them; accounts are counted. */
  readonly figures: LineFigures;
}

export interface LineFigures {
  readonly upline: string | null;
  readonly root: string;
  readonly level: number;
  readonly direct: number;
  readonly people: number;
  readonly present: number;
  readonly levels: number;
  readonly subtree_paid_in_minor: number | null;
  readonly subtree_earned_minor: number | null;
}

export type Alert = ProvisionAlert | LineAlert;

export interface AlertChange {
  readonly change: 'raised' | 'changed' | 'cleared';
  readonly alert: Alert;
}

/** What an alert is about and of whom; one at a time stands open. */
export function topicOf(about: string, table: TableName, subject: string): string {
  return `${about}\u0000${table}\u0000${subject}`;
}

export function alertId(
  about: string,
  { table, id }: Raised['subject'],
  { event, position }: Cause,
): string {
  const schema = 'polyprism.alert/1';
  return digestOf({ schema, about, subject: { table, id }, first: { event, position } });
}
