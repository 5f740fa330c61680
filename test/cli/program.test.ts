import { describe, expect, it } from 'vitest';
import { commandNamed, commandsFor, program } from '../../src/cli/program.ts';

describe('the command a command line names', () => {
  it.each([
    [['check', 'a.json'], 'check'],
    [['--json', 'pack', 'lint'], 'pack'],
    [['--lang', 'zh', 'inspect', 'x'], 'inspect'],
    [['--lang=zh', '--json', 'map'], 'map'],
    [['help', 'check'], undefined],
    [['--lang', 'check'], undefined],
    [['frob', 'check'], undefined],
    [['toString'], undefined],
    [[], undefined],
  ])('%j', (args, expected) => {
    expect(commandNamed(args)).toBe(expected);
  });

  it('is all that is loaded', async () => {
    const names = async (...args: readonly string[]): Promise<string[]> =>
      (await program('en', () => undefined, commandsFor(args))).commands.map((one) => one.name());
    expect(await names('check')).toEqual(['check']);
    expect(await names('check', '--version')).toEqual(['check']);
    expect(await names('--json', '--version')).toEqual([]);
    expect(await names('-V')).toEqual([]);
    const first = 'inspect appraise network explore check screen map generate demo bag verify';
    const next = 'reproduce spark pack guidance submission serve feed backup restore plan plan-run';
    const all = `${first} ${next}`;
    expect((await names()).join(' ')).toBe(all);
    expect((await names('--', '--version')).join(' ')).toBe(all);
  });
});
