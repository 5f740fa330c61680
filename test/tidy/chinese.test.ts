import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, trackedFiles } from './repository.ts';

/** Between Chinese characters, marks of half width; an address (`用户:密码@`) keeps its own. */
const half = /(?<!:\/\/\S*)[\u4e00-\u9fff）][,;:?!][\u4e00-\u9fff（]/g;

/** What people of synthetic malls write is not ours to punctuate. */
const ours = /^(?!src\/generate\/(crmeb|sample)\/)(src|packs|plans|docs)\/|^[^/]+\.md$/;

function hitsIn(text: string): string[] {
  const lines = text.split('\n').filter((line) => !/^\s*(\*|\/\/)/.test(line));
  return lines.flatMap((line) => [...line.matchAll(half)].map(([hit]) => hit));
}

describe('Chinese texts', () => {
  it('are searched where they are', () => {
    expect(hitsIn('只解析,不执行：是（否）;见下')).toEqual(['析,不', '）;见']);
    expect(hitsIn('甲（乙）:丙\n * 稳,赚\nmysql://用户:密码@主机')).toEqual(['）:丙']);
  });

  it('are punctuated in full width', () => {
    const files = trackedFiles().filter((file) => ours.test(file) && /\.(ts|md|ya?ml)$/.test(file));
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((file) =>
      hitsIn(readFileSync(join(root, file), 'utf8')).map((hit) => `${file}: ${hit}`),
    );
    expect(found).toEqual([]);
  });
});
