import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sbomOf } from '../../tools/sbom.ts';
import { root } from './repository.ts';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const components: { purl: string; licenses?: unknown; hashes?: { content: string }[] }[] =
  JSON.parse(sbomOf(lock)).components;

describe('what the package installs', () => {
  it('is told with licence and digest, once each, without what is for development', () => {
    const told = sbomOf({
      name: 'ours',
      version: '1.0.0',
      packages: {
        '': { version: '1.0.0' },
        // 64 bytes of zero, which base64 writes as 86 times A and ==.
        'node_modules/@a/b': {
          version: '2.0.0',
          license: 'MIT',
          integrity: `sha512-${'A'.repeat(86)}==`,
        },
        'node_modules/c/node_modules/@a/b': { version: '2.0.0', license: 'MIT' },
        'node_modules/tool': { version: '9.0.0', dev: true },
      },
    });
    const { metadata, components: all } = JSON.parse(told);
    expect(metadata.component['bom-ref']).toBe('pkg:npm/ours@1.0.0');
    expect(all.map(({ purl }: { purl: string }) => purl)).toEqual(['pkg:npm/%40a/b@2.0.0']);
  });

  it('is all that package.json depends on, at the versions it names', () => {
    expect(lock.lockfileVersion).toBe(3);
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const known = new Set(components.map(({ purl }) => purl));
    const direct = Object.entries(dependencies).map(
      ([name, version]) => `pkg:npm/${name.replace('@', '%40')}@${String(version)}`,
    );
    expect(direct.length).toBeGreaterThan(20);
    expect(direct.filter((purl) => !known.has(purl))).toEqual([]);
    expect(components.length).toBeGreaterThan(direct.length);
  });

  it('has a licence and a digest of 64 bytes each', () => {
    const bare = components.filter(
      ({ licenses, hashes }) => licenses === undefined || hashes?.[0]?.content.length !== 128,
    );
    expect(bare.map(({ purl }) => purl)).toEqual([]);
  });
});
