import type { Localised } from '../model/localised.ts';
import type { PlatformWriter } from './platform-writer.ts';
import { generateSample } from './sample/generate-sample.ts';

export interface PlatformOptions {
  /** Another platform of the same kind. */
  readonly seed?: number;
  /** How many members, where the platform takes a number. */
  readonly members?: number;
}

export interface Platform {
  readonly doc: Localised;
  /** Writes the platform's files and returns what was planted in them, as JSON. */
  run(options: PlatformOptions, writer: PlatformWriter): Promise<unknown>;
}

/** The synthetic platforms `polyprism generate` knows. Nobody in them exists. */
export const platforms = {
  sample: {
    doc: {
      en: 'the bundled sample: a mall of 4,300 members with two schemes hidden in it',
      zh: '内置示例:四千三百名会员的商城,其中隐藏两个传销网络',
    },
    run: ({ seed }, writer) => generateSample(writer, seed),
  },
} as const satisfies Record<string, Platform>;
