import type { Transaction } from 'kysely';
import type { Actor } from '../model/actor.ts';
import type { Appended, Appending } from './matters/append-values.ts';
import type { Tables } from './tables/tables.ts';

/** The program itself across tenants: signing in, jobs, the log. Never a person's request. */
export const systemActor = Object.freeze({ party: 'system' });
export type SystemActor = typeof systemActor;

/** One transaction in the name of one actor: row security shows what that actor may see. */
export interface StoreTx {
  readonly db: Transaction<Tables>;
  readonly actor: Actor | SystemActor;
  /** Runs when, and only when, the transaction has been committed. */
  afterCommit(action: () => void): void;
  /** Told after the commit that entries wait for their index in the log. */
  readonly logGrew: () => void;
}

/** The persistence of casework. Every read and write goes through `as`. */
export interface Store {
  /**
   * Runs `fn` in a transaction with the actor's rights, and resolves once it is durable. What
   * `fn` throws rolls everything back.
   */
  as<T>(actor: Actor | SystemActor, fn: (tx: StoreTx) => Promise<T>): Promise<T>;
  /**
   * Appends to one matter in the actor's name, in a transaction that others may share, and
   * resolves once it is durable: one round trip, one flush to the disk for all who append at the
   * same time. Refuses as `appendEvents` does; what fails takes nobody else down.
   */
  append(actor: Actor, appending: Appending): Promise<Appended>;
  /** Runs `fn` as the program over one unchanging state of all tables: nothing can be written. */
  snapshot<T>(fn: (tx: StoreTx) => Promise<T>): Promise<T>;
  /**
   * SQL of the job queue, which has a schema (`pgboss`) and a role of its own that sees nothing
   * of casework. In the shape of pg-boss' `db` option.
   */
  readonly jobs: {
    executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  };
  /** Resolves when every event committed before has its index in the log. */
  logSettled(): Promise<void>;
  /** Ends all connections, and the embedded server if there is one. */
  close(): Promise<void>;
}
