import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCoverage } from '../../src/packs/parse-coverage.ts';
import { root } from '../tidy/repository.ts';

/** Articles by pack, counted in the texts: a row that is lost is noticed. */
const articles = { cn: 187, eu: 21, 'association-group-buying': 17, us: 22, in: 3 };

describe.each(Object.entries(articles))('the coverage of %s', (name, count) => {
  const text = readFileSync(join(root, 'packs', name, 'coverage.yaml'), 'utf8');
  // Whether the provisions named are there is held by the test of the shipped packs.
  const rows = parseCoverage([{ name: 'coverage.yaml', text, sha256: '' }], [], []);

  it('has a row for every article', () => {
    expect(rows).toHaveLength(count);
  });

  it('says why an article is not tested, in sentences of both languages', () => {
    const reasons = rows.flatMap(({ reason }) => reason ?? []);
    for (const { zh, en } of reasons) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).toMatch(/[。）]$/);
      expect(en).toMatch(/^["A-Z][^\p{Script=Han}]*[.)]$/u);
    }
  });
});
