import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from '../../src/report/texts.ts';
import { root, trackedFiles } from '../tidy/repository.ts';

const keys = Object.keys(texts) as (keyof typeof texts)[];

describe('texts of the report', () => {
  it.each(keys)('%s is there in both languages with the same placeholders', (key) => {
    const { zh, en } = texts[key];
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    const names = (text: string): string[] => (text.match(/\{[a-z_]+\}/g) ?? []).toSorted();
    expect(names(zh)).toEqual(names(en));
  });

  it('has no text that nothing shows', () => {
    const sources = trackedFiles().filter((file) => /^src\/report\/.*\.ts$/.test(file));
    const code = sources
      .filter((file) => file !== 'src/report/texts.ts')
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    const unused = keys.filter((key) => !new RegExp(`texts\\.${key}\\b|'${key}'`).test(code));
    expect(unused).toEqual([]);
  });

  it('sets Chinese with Chinese punctuation', () => {
    const half = keys.filter((key) =>
      /\p{Script=Han}\s*[,;:()?!]|[,;:(]\s*\p{Script=Han}/u.test(texts[key].zh),
    );
    expect(half).toEqual([]);
  });

  it('never calls anything illegal, nor anyone an organiser', () => {
    const words = keys.map((key) => `${texts[key].en} ${texts[key].zh}`).join('\n');
    expect(words).not.toMatch(/illegal|违法分子|属于违法/);
  });
});
