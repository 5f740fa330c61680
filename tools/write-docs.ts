import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/tidy/repository.ts';
import { generatedDocs } from './generated-docs.ts';

/** Writes the documents that are made from code; a tidy test fails when they are out of date. */
for (const [file, text] of Object.entries(await generatedDocs())) {
  writeFileSync(join(root, file), text);
  console.log(file);
}
