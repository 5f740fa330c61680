import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, trackedFiles } from './repository.ts';

const texts = trackedFiles()
  .filter((file) => /\.(md|ts|mjs|json|ya?ml|toml|sh)$/.test(file))
  .filter((file) => file !== 'package-lock.json')
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Prose alone: links inside code blocks and code spans are examples. */
function prose(markdown: string): string {
  return markdown.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Targets of links and images: `[text](target)`, without a title behind the target. */
function targetsOf(markdown: string): string[] {
  return [...prose(markdown).matchAll(/\]\(([^)\s]+)(?:\s[^)]*)?\)/g)].map(([, to]) => to ?? '');
}

/** The anchor a heading gets: lower case, punctuation gone, spaces as hyphens. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isBroken(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const to = path === '' ? file : join(dirname(file), path);
  if (to.startsWith('..') || !existsSync(join(root, to))) return true;
  if (anchor === undefined || !to.endsWith('.md')) return false;
  return !anchorsOf(readFileSync(join(root, to), 'utf8')).includes(decodeURIComponent(anchor));
}

/** What a pattern finds, as 'file: text found'; empty when nothing is wrong. */
function found(pattern: RegExp, files: RegExp): string[] {
  return texts
    .filter(({ file }) => files.test(file))
    .flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([hit]) => `${file}: ${hit}`));
}

describe('links', () => {
  it('finds links where there are some', () => {
    const sample = 'a [b](c.md) ![d](e.png "f") `[g](h.md)`\n```\n[i](j.md)\n```\n[k](#l)';
    expect(targetsOf(sample)).toEqual(['c.md', 'e.png', '#l']);
    expect(anchorsOf('# A b: c\n\n## report.json')).toEqual(['a-b-c', 'reportjson']);
    expect(isBroken('README.md', 'LICENSE')).toBe(false);
    expect(isBroken('README.md', 'no-such-file.md')).toBe(true);
    expect(isBroken('README.md', 'STYLE.md#no-such-heading')).toBe(true);
    expect(isBroken('README.md', '../outside.md')).toBe(true);
  });

  it('in documents lead to files and headings that are there', () => {
    const links = texts
      .filter(({ file }) => file.endsWith('.md'))
      .flatMap(({ file, text }) => targetsOf(text).map((target) => ({ file, target })))
      .filter(({ target }) => !/^(https?|mailto):/.test(target));
    expect(links.length).toBeGreaterThan(10);
    const broken = links.filter(({ file, target }) => isBroken(file, target));
    expect(broken.map(({ file, target }) => `${file}: ${target}`)).toEqual([]);
  });

  it.each(['README.md', 'README.zh.md'])('from %s reach every document', (readme) => {
    const linked = new Set(targetsOf(readFileSync(join(root, readme), 'utf8')));
    const documents = trackedFiles().filter((file) => /^docs\/.*\.md$/.test(file));
    // A document in two languages is linked in the reader's.
    const other = (file: string): string =>
      readme === 'README.md' ? file : file.replace(/(?<!\.zh)\.md$/, '.zh.md');
    const unlinked = documents.filter((file) => !linked.has(file) && !linked.has(other(file)));
    expect(unlinked).toEqual([]);
  });

  it('to documents named in code and prose lead somewhere', () => {
    const named = texts.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w/.-])docs\/[\w./-]+\.(?:md|png|svg)\b/g)].map(([path]) => ({
        file,
        path,
      })),
    );
    expect(named.length).toBeGreaterThan(5);
    const missing = named.filter(({ path }) => !existsSync(join(root, path)));
    expect(missing.map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
  });
});

describe('the machine it was made on', () => {
  it('is named nowhere', () => {
    // In pieces, so that this file does not find itself.
    const homes = ['wo' + 'rk', 'ro' + 'ot', 'home/\\w+', 'Users/\\w+'].join('|');
    const paths = new RegExp(`(?<![\\w.}/-])/(?:${homes})/[\\w.-]+`, 'g');
    expect('see /wo' + 'rk/main').toMatch(new RegExp(paths.source));
    expect(found(paths, /./)).toEqual([]);
    expect(found(/(?<![\w.}/-])\/tmp\/[\w.-]+/g, /\.md$/)).toEqual([]);
  });

  it('and the registries it installs from are named nowhere', () => {
    const hosts = ['registry\\.npm', 'npmmirror', 'verdaccio', 'artifactory', 'pypi\\.org'];
    const pattern = new RegExp(`[\\w.-]*(?:${hosts.join('|')})[\\w.-]*`, 'g');
    const others = (line: string): boolean => !line.startsWith('test/tidy/links.test.ts: ');
    expect(found(pattern, /./).filter(others)).toEqual([]);
  });
});
