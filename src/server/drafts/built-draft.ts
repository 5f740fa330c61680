import type { Localised } from '../../model/localised.ts';

/** What the program that works on drafts tells of one it built. */
export type BuiltDraft =
  | { readonly unsound: { readonly code: string; readonly file: string } }
  | { readonly failing: string }
  | {
      readonly pack: {
        readonly id: string;
        readonly version: string;
        readonly publisher: string;
        readonly title: Localised;
        readonly provisions: readonly {
          readonly id: string;
          /** The highest rank it cites. */
          readonly rank: string;
        }[];
        /** Ids of its term lists. */
        readonly terms: readonly string[];
      };
      /** The built pack, base64. */
      readonly bundle: string;
    };
