import { beforeAll, describe, expect, it } from 'vitest';
import { generateLawful } from '../../src/generate/generate-lawful.ts';
import type { LawfulPlatformOptions } from '../../src/generate/generate-lawful.ts';
import { listedFindings } from '../../src/generate/lawful/listed.ts';
import { markets } from '../../src/generate/lawful/markets/market.ts';
import type { MarketName } from '../../src/generate/lawful/markets/market.ts';
import { stageUntil } from '../../src/generate/violations/violation.ts';
import type { Stage } from '../../src/generate/violations/violation.ts';
import { namesAt, violations } from '../../src/generate/violations/violations.ts';
import type { Finding, Pack } from '../../src/model/provision.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { inFolder } from '../support/inspected.ts';
import { judgedDirectly } from '../support/judged-directly.ts';
import { memoryWriter } from '../support/memory-writer.ts';

type PackName = keyof typeof violations;

/** Each pack, the market its violations are planted on, and the packs that judge them there. */
const rounds: readonly { pack: PackName; market: MarketName; judges: readonly PackName[] }[] = [
  { pack: 'cn', market: 'cn', judges: ['cn'] },
  {
    pack: 'association-group-buying',
    market: 'cn',
    judges: ['association-group-buying', 'cn'],
  },
  { pack: 'eu', market: 'eu', judges: ['eu'] },
  { pack: 'in', market: 'in', judges: ['in'] },
  { pack: 'us', market: 'us', judges: ['us'] },
];

/** As `expected` names them; a listed finding is named without its version. */
function named(market: MarketName, { provision, version_in_force, subject }: Finding): string {
  const listed = listedFindings[market].some(
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

function stagesOf(pack: PackName): Stage[] {
  return [...new Set(violations[pack].map(({ stage = 'today' }) => stage))];
}

/** A platform of 300 members with what was planted on it, and what the packs find there. */
async function foundOf(
  packs: readonly Pack[],
  options: LawfulPlatformOptions & { readonly market: MarketName },
): Promise<{ truth: Truth; found: string[] }> {
  const { market } = options;
  const { writer, files } = memoryWriter();
  const truth = await generateLawful(writer, { members: 300, ...options });
  return inFolder(async (folder) => {
    const { as_of } = truth;
    const { findings } = await judgedDirectly(files, folder, packs, as_of, markets[market]);
    return { truth, found: findings.map((one) => named(market, one)).toSorted() };
  });
}

it('goes through every pack of every market', () => {
  const judged = rounds.map(({ pack }) => pack).toSorted();
  expect(Object.keys(violations).toSorted()).toEqual(judged);
  expect(
    Object.values(markets)
      .flatMap(({ packs }) => packs)
      .toSorted(),
  ).toEqual(judged);
});

describe.each(rounds)('pack $pack', ({ pack, market, judges }) => {
  let packs: readonly Pack[];
  let inForce: readonly string[];

  beforeAll(async () => {
    packs = await shippedPacks(...judges);
    const own = packs.find(({ id }) => id === pack)!;
    // What classifies finds nothing to hold against anybody.
    const duties = own.provisions.filter(({ finds }) => finds !== 'fact');
    inForce = duties.map(({ id, in_force }) => `${id}@${in_force.from}`);
  });

  it('has a violation of every provision', () => {
    const listed = new Set(listedFindings[market].map(({ provision }) => provision));
    const planted = new Set(violations[pack].map((one) => `${one.provision}@${one.version}`));
    const missing = inForce.filter(
      (name) => !planted.has(name) && !listed.has(name.replace(/@.*/, '')),
    );
    const todo =
      'write a violation of it in src/generate/violations/ (docs/how-to/lawful-platform.md): ' +
      'the smallest change of a lawful row that this version catches';
    expect(missing.map((name) => `${name}: ${todo}`)).toEqual([]);
  });

  it('has none of a provision that is not there', () => {
    const known = new Set(inForce);
    const planted = violations[pack].map((one) => `${one.provision}@${one.version}`);
    expect(planted.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(planted).size).toBe(planted.length);
  });

  it.each(stagesOf(pack))(
    'finds each violation planted, by its provision and by no other: %s',
    { timeout: 120_000 },
    async (stage) => {
      const { truth, found } = await foundOf(packs, {
        market,
        violate: namesAt(violations[pack], stage),
      });
      expect(truth.as_of).toBe(stageUntil[stage]);
      expect(found).toEqual(wanted(truth));
    },
  );
});

// What a single planted row clears hangs on whose row the seed makes the first.
it.each([1, 2, 3, 4, 5])('finds the pay by head planted alone, seed %i', async (seed) => {
  const packs = await shippedPacks('us');
  const options = { market: 'us', violate: ['us.pyramid.koscot'], seed } as const;
  const { truth, found } = await foundOf(packs, options);
  expect(found).toEqual(wanted(truth));
});
