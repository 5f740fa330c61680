import { compareText } from '../src/model/issue.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** What of package-lock.json (version 3) is read. */
export interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

/**
 * What the package installs besides itself, as CycloneDX 1.6 (ECMA-424): every package the lock
 * file has that is not for development alone, with its licence and digest. The same lock file
 * gives the same text.
 */
export function sbomOf({ name, version, packages }: LockFile): string {
  const components = Object.entries(packages)
    .filter(([path, { dev = false }]) => path !== '' && !dev)
    .map(([path, one]) => componentOf(path.slice(path.lastIndexOf('node_modules/') + 13), one));
  const once = new Map(components.map((one) => [one['bom-ref'], one]));
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': purlOf(name, version), name, version },
    },
    components: [...once.values()].toSorted((a, b) => compareText(a['bom-ref'], b['bom-ref'])),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function componentOf(name: string, { version = '', integrity = '', license }: Locked) {
  const purl = purlOf(name, version);
  const [, digest] = /^sha512-(.+)$/.exec(integrity) ?? [];
  const hex = digest === undefined ? null : Buffer.from(digest, 'base64').toString('hex');
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license !== undefined && { licenses: [{ expression: license }] }),
    ...(hex !== null && { hashes: [{ alg: 'SHA-512', content: hex }] }),
  };
}

/** A package's address (ECMA-427): the @ of a scope is written as %40. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
