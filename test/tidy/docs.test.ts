import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from '../../tools/generated-docs.ts';
import { root } from './repository.ts';

const made = await generatedDocs();

describe('documents made from code', () => {
  it.each(Object.entries(made))('%s is current (node tools/write-docs.ts)', (file, text) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(text);
  });
});
