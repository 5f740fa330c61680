import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, trackedFiles } from './repository.ts';

/** The walls of ARCHITECTURE.md: what each room may import besides itself. */
const walls: Readonly<Record<string, readonly string[]>> = {
  model: [],
  engine: ['model'],
  evidence: ['model'],
  storage: ['model'],
  intake: ['storage', 'engine', 'evidence', 'model'],
  packs: ['provisions', 'text', 'engine', 'evidence', 'model'],
  provisions: ['deadlines', 'engine', 'evidence', 'model'],
  network: ['engine', 'evidence', 'model'],
  funding: ['network', 'engine', 'model'],
  plan: ['packs', 'network', 'provisions', 'engine', 'evidence', 'model'],
  signals: ['engine', 'model'],
  check: ['provisions', 'text', 'evidence', 'model'],
  live: ['check', 'network', 'provisions', 'evidence', 'model'],
  deadlines: ['model'],
  disclosure: ['report', 'evidence', 'model'],
  casework: ['deadlines', 'evidence', 'model'],
  submissions: ['deadlines', 'engine', 'evidence', 'model'],
  guidance: ['model'],
  cost: ['model'],
  text: ['model'],
  store: ['casework', 'live', 'text', 'evidence', 'model'],
  inspect: [
    'intake',
    'packs',
    'provisions',
    'network',
    'funding',
    'signals',
    'text',
    'engine',
    'evidence',
    'model',
  ],
  appraisal: ['packs', 'network', 'engine', 'evidence', 'model'],
  report: ['evidence', 'model'],
  server: [
    'store',
    'casework',
    'disclosure',
    'guidance',
    'submissions',
    'live',
    'plan',
    'inspect',
    'network',
    'packs',
    'intake',
    'report',
    'engine',
    'evidence',
    'model',
  ],
  generate: ['model'],
};

/** Rooms that may touch disk, clock or network; the others are functions of their arguments. */
const worldly = new Set([
  'intake',
  'storage',
  'engine',
  'packs',
  'cli',
  'inspect',
  'server',
  'store',
]);

const sources = trackedFiles().filter((file) => /^src\/.*\.ts$/.test(file));

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern =
    /^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gms;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** What the console may import of `src/`; its build bundles nothing else either. */
const ofTheConsole = [
  /^src\/server\/contract\/[\w-]+\.ts$/,
  /^src\/server\/client\.ts$/,
  /^src\/model\//,
  /^src\/evidence\//,
  /^src\/network\/explorer\/(explorer-index|read-[\w-]+)\.ts$/,
];

describe('walls between rooms', () => {
  it('knows every room', () => {
    const rooms = new Set(sources.map(roomOf));
    expect([...rooms].filter((room) => room !== 'cli' && !(room in walls))).toEqual([]);
  });

  it('is crossed one way only', () => {
    const broken = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(root, join(root, dirname(file), target)))
        .filter((target) => target.startsWith('src/') && roomOf(target) !== roomOf(file))
        .filter(
          (target) => roomOf(file) !== 'cli' && !walls[roomOf(file)]?.includes(roomOf(target)),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps disk, clock and network in the rooms made for them', () => {
    const broken = sources
      .filter((file) => !worldly.has(roomOf(file)))
      .filter((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        const world = /from 'node:(fs|net|http|https|child_process|os|dns)/;
        return world.test(text) || /Date\.now\(|new Date\(\)|Math\.random\(/.test(text);
      });
    expect(broken).toEqual([]);
  });

  it('lets the console import little of the sources, and the sources nothing of it', () => {
    const files = trackedFiles().filter((file) => /^console\/src\/.*\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(50);
    const targets = (file: string): string[] =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(root, join(root, dirname(file), target)));
    const broken = files.flatMap((file) => [
      ...targets(file)
        .filter((target) => !target.startsWith('console/src/'))
        .filter((target) => !ofTheConsole.some((allowed) => allowed.test(target)))
        .map((target) => `${file} → ${target}`),
      ...importsOf(file)
        .filter((target) => target.startsWith('node:'))
        .map((target) => `${file} → ${target}`),
    ]);
    expect(broken).toEqual([]);
    const back = sources.filter((file) => targets(file).some((to) => to.startsWith('console/')));
    expect(back).toEqual([]);
  });

  it('lets nothing but model be without imports of other rooms', () => {
    const broken = sources
      .filter((file) => roomOf(file) === 'model')
      .filter((file) => importsOf(file).some((target) => !target.startsWith('./')));
    expect(broken).toEqual([]);
  });
});
