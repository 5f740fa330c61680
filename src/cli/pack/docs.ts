import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import type { EvidenceValue } from '../../model/provision.ts';
import type { CheckedPack } from '../../packs/check-pack.ts';
import { readPack } from '../../packs/load-packs.ts';
import type { ProvisionTestCase } from '../../provisions/test-file.ts';
import type { Example } from '../../report/pack-pages/example.ts';
import { packPages } from '../../report/pack-pages/pack-pages.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';
import { tellDiagnostics } from './lint.ts';

interface DocsFlags extends CommonOptions {
  readonly output: string;
}

export function docsCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('docs')
    .description(
      say(
        'write a page for each provision, an index by article and the coverage, in zh and en',
        '为每个条款生成中英文页面、条文索引和覆盖情况',
      ),
    )
    .argument('<folder>', say('the folder of one pack', '标准包文件夹'))
    .requiredOption('-o, --output <folder>', say('where the pages go', '页面存放处'))
    .action(runDocs);
}

async function runDocs(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<DocsFlags>();
  await runCommand(flags, async () => {
    const read = await readPack(folder);
    if (read.pack === null) return tellDiagnostics(read, flags);
    const pages = packPages(read.pack, (provision) => examplesOf(read, provision.file));
    for (const [name, text] of pages) {
      const path = join(flags.output, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const paths = [...pages.keys()].map((name) => join(flags.output, name));
    const indexes = paths.filter((path) => path.endsWith('index.md'));
    process.stdout.write(
      flags.json ? `${JSON.stringify({ files: paths })}\n` : `${indexes.join('\n')}\n`,
    );
    return exitCode.clean;
  });
}

function examplesOf({ tests }: CheckedPack, file: string): Example[] {
  return (tests.get(file)?.cases ?? []).map((one) => ({
    name: one.name,
    as_of: one.as_of,
    rows: rowsOf(one),
    breach: one.expect.breach.map(({ subject }) => subject),
    cannot_tell: one.expect.cannot_tell.map(({ subject }) => subject),
    ok: one.expect.ok,
  }));
}

function rowsOf({ tables }: ProvisionTestCase): string[] {
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((row) => {
      const cells = Object.entries(row).map(([name, value]) => `${name} = ${shown(value)}`);
      return `${table}: ${cells.join(', ')}`;
    }),
  );
}

/** Nothing supplied is '?', an empty text is one that can be seen. */
function shown(value: EvidenceValue): string {
  return value === null ? '?' : value === '' ? '""' : String(value);
}
