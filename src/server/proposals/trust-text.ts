interface Pinned {
  readonly publisher: string;
  readonly public_key: string;
  readonly standard: string;
  readonly version: string;
}

/** A trust.yaml that pins these keys for these standards; JSON strings are YAML strings. */
export function trustText(all: readonly Pinned[]): string {
  const publishers = [...Map.groupBy(all, ({ publisher }) => publisher)].map(([name, of]) => {
    const keys = [...new Set(of.map(({ public_key }) => public_key))];
    const packs = of.map(({ standard, version }) => `${standard}: ${version}`);
    return [
      `  - name: ${JSON.stringify(name)}`,
      '    threshold: 1',
      `    keys: [${keys.map((key) => JSON.stringify(key)).join(', ')}]`,
      `    packs: {${packs.join(', ')}}`,
    ].join('\n');
  });
  return `schema: polyprism.trust/1\npublishers:\n${publishers.join('\n')}\n`;
}
