import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { portableFunctions } from '../../src/provisions/sql/functions.ts';
import { sharedFunctions, sharedTypes } from '../../src/provisions/sql/portable-words.ts';
import { root } from '../tidy/repository.ts';

const page = readFileSync(join(root, 'docs/reference/provision-format.md'), 'utf8');

describe('docs/reference/provision-format.md', () => {
  it('says of every pp_ function what the table of functions says, and lists no other', () => {
    const listed = page.split('\n').filter((line) => line.startsWith('| `pp_'));
    const known = Object.entries(portableFunctions).map(([name, { arguments: args, doc }]) => {
      const call = `${name}(${args.map((one) => one.name).join(', ')})`;
      return `| \`${call}\` | ${doc.en.replaceAll('|', '\\|')} |`;
    });
    expect(listed).toEqual(known);
  });

  it('lists the shared functions and types', () => {
    const functions = /^- Functions: `(.*?)`/m.exec(page)?.[1]?.split(' ') ?? [];
    const unsaid = new Set(['count_star', 'substring']);
    const shared = [...sharedFunctions].filter((name) => !unsaid.has(name));
    expect(functions.toSorted()).toEqual(shared.toSorted());
    const types = /`CAST\(x AS …\)` to `(.*?)`/.exec(page)?.[1]?.split(' ');
    expect(types).toEqual([...sharedTypes]);
  });
});
