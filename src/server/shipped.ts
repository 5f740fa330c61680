/** What comes with the software, as the server reads it. */
export interface Shipped {
  /** Folders of its packs by their names, in order. */
  readonly packs: ReadonlyMap<string, string>;
  /** Folder of the known plans. */
  readonly plans: string;
}
