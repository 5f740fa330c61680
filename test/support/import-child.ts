import { importInputs } from '../../src/intake/import.ts';

/** Imports as a process of its own, to be killed: `node import-child.ts <folder> <input>…`. */
const [directory, ...inputs] = process.argv.slice(2);
process.stdout.write('ready\n');
await importInputs(inputs, { directory: directory ?? '', person_key: new Uint8Array(32) });
