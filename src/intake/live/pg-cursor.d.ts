declare module 'pg-cursor' {
  import type { Submittable } from 'pg';

  /** Reads a query's rows a batch at a time; `[]` after the last. */
  export default class Cursor<Row> implements Submittable {
    constructor(
      text: string,
      values: readonly unknown[],
      config: {
        readonly rowMode: 'array';
        readonly types: { getTypeParser(): (value: string) => unknown };
      },
    );
    submit(connection: unknown): void;
    read(rows: number): Promise<Row[]>;
    close(): Promise<void>;
  }
}
