import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { digested } from '../../evidence/bag/bag-file.ts';
import type { BagContent, BagFile } from '../../evidence/bag/bag-file.ts';
import { bag_paths } from '../../evidence/bag/bag-paths.ts';
import { inspectionPayload } from '../../evidence/bag/payload.ts';
import { tagFiles } from '../../evidence/bag/tag-files.ts';
import type { Custody } from '../../evidence/custody/custody.ts';
import { sha256 } from '../../evidence/digest.ts';
import type { SigningKey } from '../../evidence/ed25519.ts';
import { key_types, verifierKey, verifierKeyText } from '../../evidence/note/verifier-key.ts';
import { signingKey } from '../../evidence/signing-key.ts';
import { PolyprismError } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import type { Localised } from '../../model/localised.ts';
import type { Report } from '../../model/report.ts';
import { packBundles, reportFiles } from '../bag/pack-bundles.ts';
import { copyRaw } from '../bag/copy-raw.ts';
import { readCustodyFile } from '../bag/read-custody-file.ts';
import { bagReadme } from '../bag/readme.ts';
import { newBagFolder, putContent } from '../bag/write-folder.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { packageVersion } from '../package-version.ts';
import { makePrivateKey, readPrivateKey } from '../private-key.ts';
import { runCommand } from '../run-command.ts';
import { recallRun } from '../run-file.ts';
import type { Run } from '../run-file.ts';
import { today } from '../today.ts';

interface BagFlags extends CommonOptions {
  readonly output: string;
  readonly raw?: readonly string[];
  readonly packs?: readonly string[];
  readonly custody?: string;
  readonly key?: string;
  readonly newKey?: boolean;
  readonly signer: string;
  readonly on?: string;
}

export function bagCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('bag')
    .description(
      say(
        'make a bag of an inspection: report, statements, provisions, raw files, sealed',
        '将一次检查制成证据包：报告、陈述、条款、原始文件，并封存',
      ),
    )
    .argument('<folder>', say('what inspect wrote (--out)', 'inspect 的输出文件夹（--out）'))
    .requiredOption('-o, --output <folder>', say('a new folder for the bag', '证据包的新文件夹'))
    .option(
      '--raw <path...>',
      say('what was inspected, to be copied in', '所检查的原始文件，复制入包'),
    )
    .option('--packs <pack...>', say('the packs that judged', '当时适用的标准包'))
    .option('--custody <file>', say('record of custody, JSON or YAML', '保管记录（JSON 或 YAML）'))
    .option(
      '--key <file>',
      say('Ed25519 private key to seal with, PEM', '封存用 Ed25519 私钥（PEM）'),
    )
    .option('--new-key', say('make the key first', '先生成该密钥'))
    .option('--signer <name>', say('name of the key', '密钥名称'), 'polyprism')
    .option(
      '--on <date>',
      say('date of the bag; default: today', '制作日期，默认今天'),
      values.isoDate,
    )
    .addHelpText('after', help[language])
    .action(runBag);
}

async function runBag(given: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<BagFlags>();
  await runCommand(flags, async (signal, places) => {
    const folder = await places.here(given);
    const { payload, tags, key } = await places.newOut(flags.output, async (out) => {
      return await writeBag(folder, out.folder, flags, signal);
    });
    tell(flags, payload, tags, key);
    return exitCode.clean;
  });
}

interface WrittenBag {
  readonly payload: readonly BagFile[];
  readonly tags: readonly BagContent[];
  readonly key: SigningKey | null;
}

async function writeBag(
  folder: string,
  bag: string,
  flags: BagFlags,
  signal: AbortSignal,
): Promise<WrittenBag> {
  const { report, run, files } = await readReport(folder);
  const packs = await packBundles(report, flags.packs);
  await newBagFolder(bag);
  const raw = flags.raw ? await copyRaw(bag, report, flags.raw, signal) : [];
  const custody = flags.custody ? await custodyOf(flags.custody, raw) : null;
  if (flags.newKey && flags.key !== undefined) await makePrivateKey(flags.key);
  const key = flags.key === undefined ? null : signingKey(await readPrivateKey(flags.key));
  const contents = inspectionPayload({
    report,
    report_files: files,
    packs,
    run,
    custody,
    log: null,
    key,
  });
  const payload = [...raw, ...contents.map(digested)];
  const info = {
    bagged_on: flags.on ?? today('UTC'),
    software: `polyprism ${packageVersion()}`,
    case_id: custody?.case ?? null,
  };
  const tags = tagFiles(payload, info, bagReadme, key);
  for (const one of [...contents, ...tags]) await putContent(bag, one);
  return { payload, tags, key };
}

async function readReport(
  folder: string,
): Promise<{ readonly report: Report; readonly run: Run; readonly files: BagContent[] }> {
  const refuse = (seen: string): never => {
    throw new PolyprismError('bag.no_report', { path: folder, seen });
  };
  const text = await readFile(join(folder, 'report.json'), 'utf8').catch(() =>
    refuse('report.json'),
  );
  const report = jsonOrNull(text) as Report | null;
  // Of our own making: its schema is all that is asked.
  if (report?.schema !== 'polyprism.report/1') return refuse('report.json');
  const run = await recallRun(folder);
  return run ? { report, run, files: await reportFiles(folder) } : refuse('snapshot/run.json');
}

async function custodyOf(path: string, raw: readonly BagFile[]): Promise<Custody> {
  return await readCustodyFile(
    path,
    raw.map((file) => file.sha256),
  );
}

function tell(
  flags: BagFlags,
  payload: readonly BagFile[],
  tags: readonly BagContent[],
  key: SigningKey | null,
): void {
  const manifest = tags.find(({ path }) => path === bag_paths.manifests.sha256);
  const vkey = key && verifierKeyText(verifierKey(flags.signer, key_types.note, key.public_key));
  const value = {
    bag: flags.output,
    files: payload.length,
    bytes: payload.reduce((sum, { bytes }) => sum + bytes, 0),
    manifest_sha256: sha256(manifest?.content ?? ''),
    key: vkey,
  };
  const { bag, files, bytes } = value;
  const lines = {
    en: [
      `${bag}: ${files} files, ${bytes} bytes`,
      `SHA-256 of its manifest: ${value.manifest_sha256}`,
      vkey
        ? `Public key, for polyprism verify --keys:\n${vkey}`
        : 'Not sealed: no --key was given.',
    ],
    zh: [
      `${bag}：${files} 个文件，${bytes} 字节`,
      `清单的 SHA-256：${value.manifest_sha256}`,
      vkey ? `公钥（供 polyprism verify --keys 使用）：\n${vkey}` : '未封存：没有给出 --key。',
    ],
  };
  process.stdout.write(
    flags.json ? `${JSON.stringify(value)}\n` : `${lines[flags.lang].join('\n')}\n`,
  );
}

const help: Localised = {
  en: `
Without --raw the bag holds only the digests of the raw files. Give the public key that is printed
to whoever will verify the bag by another way than with the bag.`,
  zh: `
不用 --raw 时，证据包只含原始文件的校验值。
输出的公钥请通过证据包以外的途径交给核对方。`,
};
