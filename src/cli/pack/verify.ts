import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import { loadBuilt } from '../../packs/load-packs.ts';
import { raiseVersion } from '../../packs/raise-version.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { readTrust } from '../read-trust.ts';
import { runCommand } from '../run-command.ts';

interface VerifyFlags extends CommonOptions {
  readonly trust: string;
  readonly pin?: boolean;
}

export function verifyCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('verify')
    .description(
      say(
        'check that a built pack is whole and by whom it says',
        '验证打包文件完整且确由其发布者发布',
      ),
    )
    .argument(
      '<file>',
      say('the built pack, its .sig file beside it', '打包文件，旁边须有 .sig 文件'),
    )
    .requiredOption('--trust <file>', say('trust.yaml: whose keys count', 'trust.yaml：信任的密钥'))
    .option(
      '--pin',
      say(
        'accept no older version from now on: raise it in trust.yaml',
        '此后不再接受旧版：在 trust.yaml 中调高最低版本',
      ),
    )
    .addHelpText('after', help[language])
    .action(runVerify);
}

async function runVerify(file: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<VerifyFlags>();
  await runCommand(flags, async () => {
    const { verified, pack } = await loadBuilt(file, await readTrust(flags.trust));
    const { id, version, digest, publisher } = pack;
    if (flags.pin) {
      const source = await readFile(flags.trust, 'utf8');
      const raised = raiseVersion(source, publisher, id, version);
      if (raised !== source) await writeFile(flags.trust, raised);
    }
    const { keys } = verified;
    const value = { file, pack: id, version, digest, publisher, keys, verified: true };
    const lines = {
      en: `${id} ${version} by ${publisher}: verified.\nDigest ${digest}\nKeys ${keys.join(' ')}`,
      zh: `${id} ${version}，发布者 ${publisher}：验证通过。\n摘要 ${digest}\n密钥 ${keys.join(' ')}`,
    };
    process.stdout.write(`${flags.json ? JSON.stringify(value) : lines[flags.lang]}\n`);
    return exitCode.clean;
  });
}

const help: Localised = {
  en: `
trust.yaml:
  schema: polyprism.trust/1
  publishers:
    - name: Example association
      threshold: 1                # how many of its keys must have signed
      keys: [MCowBQYDK2VwAyEA…]   # as pack sign prints them
      packs: {example: 1.0.0}     # what it may publish, and the lowest version accepted

Exit status: 0 verified, 2 not: then the pack is not to be used`,
  zh: `
trust.yaml：
  schema: polyprism.trust/1
  publishers:
    - name: 示例协会
      threshold: 1                # 须有几个密钥的签名
      keys: [MCowBQYDK2VwAyEA…]   # pack sign 输出的公钥
      packs: {example: 1.0.0}     # 可发布的标准包及可接受的最低版本

退出码：0 验证通过，2 未通过，不得使用`,
};
