/** Where canonical tables lie that are read in place. */
export type LakePlace =
  | { readonly kind: 'iceberg'; /** Catalogue and namespace. */ readonly namespace: string }
  /** With `<table>.parquet` for each table, a file or a folder of files; as Spark names it. */
  | { readonly kind: 'parquet'; readonly folder: string };
