/** The raw table a single-table file holds: its name without folder and extensions. */
export function tableNameOf(fileName: string): string {
  const base = fileName.split(/[/!]+/).at(-1) ?? fileName;
  return base.replace(/(\.(gz|csv|tsv|txt|json|ndjson|jsonl|parquet|xlsx))+$/i, '') || base;
}
