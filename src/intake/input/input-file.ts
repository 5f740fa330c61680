import type { RawInput } from '../raw.ts';
import type { Format } from './format.ts';

/** A file the user gave, or one inside an archive; hashed before anything is made of it. */
export interface InputFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: Format;
  readonly source: Omit<RawInput, 'file'>;
}
