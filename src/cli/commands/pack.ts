import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import type { Language } from '../language.ts';
import { buildCommand } from '../pack/build.ts';
import { diffCommand } from '../pack/diff.ts';
import { docsCommand } from '../pack/docs.ts';
import { lintCommand } from '../pack/lint.ts';
import { newCommand } from '../pack/new.ts';
import { signCommand } from '../pack/sign.ts';
import { testCommand } from '../pack/test.ts';
import { verifyCommand } from '../pack/verify.ts';

const verbs = [
  newCommand,
  lintCommand,
  testCommand,
  docsCommand,
  buildCommand,
  signCommand,
  verifyCommand,
  diffCommand,
];

/** `polyprism pack …`: all an author of provisions needs, one file a verb in `../pack/`. */
export function packCommand(language: Language): Command {
  const command = new Command('pack').description(description[language]);
  for (const verb of verbs) command.addCommand(verb(language));
  return command.addHelpText('after', example[language]);
}

const description: Localised = {
  en: 'write, check, publish and compare packs of provisions',
  zh: '编写、检查、发布、比较标准包',
};

const example: Localised = {
  en: `
From nothing to a pack others can rely on: docs/how-to/write-a-pack.md`,
  zh: `
从零编写到发布签名的标准包：docs/how-to/write-a-pack.md`,
};
