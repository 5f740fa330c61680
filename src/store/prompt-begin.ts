import { PostgresDialect, PostgresDriver } from 'kysely';
import type { DatabaseConnection, TransactionSettings } from 'kysely';
import type { Pool } from 'pg';

/**
 * PostgreSQL through connections that pipeline. What begins a transaction goes out together with
 * its first statement, which is answered once both are: a round trip less for every transaction.
 * Should beginning fail, the first statement must do no harm outside of one; nothing comes after.
 */
export function promptDialect(pool: Pool): PostgresDialect {
  const dialect = new PostgresDialect({ pool });
  dialect.createDriver = () => new PromptDriver({ pool });
  return dialect;
}

class PromptDriver extends PostgresDriver {
  readonly #begun = new WeakMap<DatabaseConnection, Promise<void>>();
  readonly #ours = new WeakSet<DatabaseConnection>();

  override async acquireConnection(
    ...options: Parameters<PostgresDriver['acquireConnection']>
  ): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection(...options);
    if (!this.#ours.has(connection)) {
      this.#ours.add(connection);
      this.#withBegun(connection);
    }
    return connection;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const begun = super.beginTransaction(connection, settings);
    // Whoever sends the first statement is told.
    begun.catch(() => undefined);
    this.#begun.set(connection, begun);
  }

  #withBegun(connection: DatabaseConnection): void {
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = async <R>(...query: Parameters<typeof execute>) => {
      const begun = this.#begun.get(connection);
      this.#begun.delete(connection);
      const [result] = await Promise.all([execute<R>(...query), begun]);
      return result;
    };
  }
}
