/** What is to be inspected. */
export interface Load {
  readonly members: number;
  readonly orders: number;
  /** Levels of the deepest structure. */
  readonly levels: number;
  /** The canonical tables are there as Parquet already: nothing is imported. */
  readonly imported: boolean;
  /** Signals, funding and terms found in texts are worked out as well. */
  readonly derived: boolean;
}

/** What it runs on: the one machine, and each node of the cluster, are alike. */
export interface Site {
  readonly nodes: number;
  readonly cores: number;
  readonly memory_bytes: number;
  /** Free disk of the one machine; null where nothing is said of it. */
  readonly disk_bytes: number | null;
  /** Of each node. */
  readonly network_bytes_per_s: number;
}

/** The same mixture, so many times. */
export function times(load: Load, factor: number): Load {
  return { ...load, members: load.members * factor, orders: load.orders * factor };
}
