export interface DraftFile {
  readonly name: string;
  readonly text: string;
}

/** What is asked of a draft, as the program that answers it reads it. */
export type DraftOrder =
  | { readonly verb: 'lint'; readonly files: readonly DraftFile[] }
  | { readonly verb: 'test'; readonly files: readonly DraftFile[]; readonly mutants: boolean }
  | { readonly verb: 'build'; readonly files: readonly DraftFile[] }
  | {
      readonly verb: 'run';
      readonly files: readonly DraftFile[];
      /** Folder of the snapshot. */
      readonly snapshot: string;
      readonly as_of: string | null;
    };

/** One line to the program that checks drafts while they are written. */
export interface LintLine {
  readonly number: number;
  readonly files: readonly DraftFile[];
}
