import { beforeAll, describe, expect, it } from 'vitest';
import { generateLawful } from '../../src/generate/generate-lawful.ts';
import { listedFindings } from '../../src/generate/lawful/listed.ts';
import { stageUntil } from '../../src/generate/violations/violation.ts';
import type { Stage } from '../../src/generate/violations/violation.ts';
import { violations } from '../../src/generate/violations/violations.ts';
import type { Finding, Pack } from '../../src/model/provision.ts';
import { join } from 'node:path';
import { loadPacks } from '../../src/packs/load-packs.ts';
import { inFolder } from '../support/inspected.ts';
import { judgedDirectly } from '../support/judged-directly.ts';
import { memoryWriter } from '../support/memory-writer.ts';
import { root } from '../tidy/repository.ts';

let packs: readonly Pack[];
let inForce: readonly string[];

beforeAll(async () => {
  packs = await loadPacks([join(root, 'packs', 'cn')]);
  // What classifies finds nothing to hold against anybody.
  const all = packs.flatMap(({ provisions }) => provisions).filter(({ finds }) => finds !== 'fact');
  inForce = all.map(({ id, in_force }) => `${id}@${in_force.from}`);
});

/** As `expected` names them; a listed finding is named without its version. */
function named({ provision, version_in_force, subject }: Finding): string {
  const listed = listedFindings.some(
    (one) => one.provision === provision && one.what === subject.id,
  );
  return listed ? `${provision} ${subject.id}` : `${provision}@${version_in_force} ${subject.id}`;
}

type Truth = Awaited<ReturnType<typeof generateLawful>>;

function wanted({ expected }: Truth): string[] {
  const names = expected.map((one) =>
    'what' in one
      ? `${one.provision} ${one.what}`
      : `${one.provision}@${one.version} ${one.subject}`,
  );
  return [...new Set(names)].toSorted();
}

function plantedOn(stage: Stage): { members: number; violate: string[] } {
  const here = violations.filter((one) => (one.stage ?? 'today') === stage);
  return { members: 300, violate: here.map((one) => `${one.provision}@${one.version}`) };
}

describe('every provision of pack cn has a violation', () => {
  it('and none is left without', () => {
    const listed = new Set(listedFindings.map(({ provision }) => provision));
    const planted = new Set(violations.map((one) => `${one.provision}@${one.version}`));
    const missing = inForce.filter(
      (name) => !planted.has(name) && !listed.has(name.replace(/@.*/, '')),
    );
    const todo =
      'write a violation of it in src/generate/violations/ (docs/how-to/lawful-platform.md): ' +
      'the smallest change of a lawful row that this version catches';
    expect(missing.map((name) => `${name}: ${todo}`)).toEqual([]);
  });

  it('and none is of a provision that is not there', () => {
    const known = new Set(inForce);
    const planted = violations.map((one) => `${one.provision}@${one.version}`);
    expect(planted.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(planted).size).toBe(planted.length);
  });
});

describe('planted violations are found, each by its provision and by no other', () => {
  it.each(['today', 'older', 'later', 'scheme'] as const)(
    '%s',
    { timeout: 120_000 },
    async (stage) => {
      const { writer, files } = memoryWriter();
      const truth = await generateLawful(writer, plantedOn(stage));
      expect(truth.as_of).toBe(stageUntil[stage]);
      await inFolder(async (folder) => {
        const { findings } = await judgedDirectly(files, folder, packs, truth.as_of);
        expect(findings.map(named).toSorted()).toEqual(wanted(truth));
      });
    },
  );
});
