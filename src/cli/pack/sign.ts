import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import { readBundle } from '../../packs/bundle.ts';
import { packIn, readBundleFile } from '../../packs/load-packs.ts';
import { signaturesOf } from '../../packs/read-signatures.ts';
import { addSignature, signFile } from '../../packs/signature.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { makePrivateKey, readPrivateKey } from '../private-key.ts';
import { runCommand } from '../run-command.ts';

interface SignFlags extends CommonOptions {
  readonly key: string;
  readonly newKey?: boolean;
}

export function signCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('sign')
    .description(
      say('sign a built pack, beside it as <file>.sig', '为打包文件签名，写入 <文件>.sig'),
    )
    .argument('<file>', say('what pack build wrote', 'pack build 生成的文件'))
    .requiredOption('--key <file>', say('Ed25519 private key, PEM', 'Ed25519 私钥（PEM）'))
    .option('--new-key', say('make the key first', '先生成该密钥'))
    .addHelpText('after', help[language])
    .action(runSign);
}

async function runSign(file: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<SignFlags>();
  await runCommand(flags, async () => {
    const bytes = await readBundleFile(file);
    // What is signed is a pack that can be used.
    const { publisher } = await packIn(bytes, readBundle(bytes), file);
    const earlier = await signaturesOf(file);
    if (flags.newKey) await makePrivateKey(flags.key);
    const key = await readPrivateKey(flags.key);
    const signature = signFile(bytes, publisher, key);
    const signed = addSignature(earlier, signature);
    await writeFile(`${file}.sig`, `${JSON.stringify(signed, null, 2)}\n`);
    const public_key = publicLine(key);
    const value = { file: `${file}.sig`, publisher, key: signature.key, public_key };
    const lines = {
      en: `${value.file}\nSigned as ${publisher}. Public key, for trust.yaml:\n${public_key}`,
      zh: `${value.file}\n以 ${publisher} 名义签名。公钥（写入 trust.yaml）：\n${public_key}`,
    };
    process.stdout.write(`${flags.json ? JSON.stringify(value) : lines[flags.lang]}\n`);
    return exitCode.clean;
  });
}

/** The one line between BEGIN and END of the public key's PEM file. */
function publicLine(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}

const help: Localised = {
  en: `
The publisher is the one pack.yaml names. Several keys may sign one file, each in its turn.
Keep the private key where only you can read it; publish the line printed.`,
  zh: `
发布者即 pack.yaml 所写的名称。同一文件可由多个密钥依次签名。
私钥请妥善保管，仅限本人读取；将输出的公钥公开即可。`,
};
