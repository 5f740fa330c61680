import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../tidy/repository.ts';
import { inProcess } from './in-process.ts';

const page = readFileSync(join(root, 'docs', 'how-to', 'write-a-pack.md'), 'utf8');
const blocks = (kind: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!);

/** The words of a command line as a shell cuts them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

const commands = blocks('sh')
  .flatMap((block) => block.trimEnd().split('\n'))
  .map((line) => wordsOf(line).slice(2));

const folder = mkdtempSync(join(tmpdir(), 'polyprism-how-to-'));
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('docs/how-to/write-a-pack.md', () => {
  it('goes through every verb', () => {
    const verbs = commands.filter(([first]) => first === 'pack').map(([, verb]) => verb);
    const all = ['new', 'lint', 'test', 'docs', 'build', 'sign', 'verify', 'diff'];
    expect(verbs).toEqual(all);
  });

  it('runs from beginning to end as it stands', async () => {
    for (const words of commands) {
      const { code, stdout, stderr } = await inProcess(words);
      const expected = words[0] === 'inspect' ? 3 : 0;
      expect({ words, code, stderr }).toEqual({ words, code: expected, stderr: '' });
      if (words[1] === 'sign') {
        // The page cannot know the key that is made on the way.
        const key = stdout.trimEnd().split('\n').at(-1) ?? '';
        const [trust = ''] = blocks('yaml');
        writeFileSync('trust.yaml', trust.replace('MCowBQYDK2VwAyEA…', key));
      }
    }
  });

  it('shows the diagnostic as it is', async () => {
    const file = 'our-standard/provisions/our-standard.refund-in-time.md';
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('status: experimental', 'status: good'));
    const { stderr } = await inProcess(['pack', 'lint', 'our-standard']);
    expect(blocks('')).toContain(stderr);
  });
});
