import type { Localised } from '../model/localised.ts';
import { cases } from './cases/cases.ts';
import { generateCase } from './cases/generate-case.ts';
import type { PlatformWriter } from './platform-writer.ts';
import { generateClean } from './generate-clean.ts';
import { generateUnknown } from './generate-unknown.ts';
import { generateJicunxi } from './jicunxi.ts';
import { generateLawful } from './generate-lawful.ts';
import type { MarketName } from './lawful/markets/market.ts';
import { generateMall } from './mall/generate-mall.ts';
import { generateSample } from './sample/generate-sample.ts';

export interface PlatformOptions {
  /** Another platform of the same kind. */
  readonly seed?: number;
  /** How many members, where the platform takes a number. */
  readonly members?: number;
  /** Last day the data speak of, where the platform takes one. */
  readonly until?: string;
  /** Whose law a lawful platform keeps. */
  readonly market?: MarketName;
  /** Provisions to be violated once each, where the platform takes them. */
  readonly violate?: readonly string[];
}

export interface Platform {
  readonly doc: Localised;
  /** Writes the platform's files and returns what was planted in them, as JSON. */
  run(options: PlatformOptions, writer: PlatformWriter): Promise<unknown>;
}

const publishedCases: Readonly<Record<string, Platform>> = Object.fromEntries(
  Object.entries(cases).map(([name, decided]) => [
    `case-${name}`,
    { doc: decided.doc, run: (options, writer) => generateCase(writer, decided, options) },
  ]),
);

/** The synthetic platforms `polyprism generate` knows. Nobody in them exists. */
export const platforms = {
  sample: {
    doc: {
      en: 'the bundled sample: a mall of 4,300 members with two schemes hidden in it',
      zh: '内置示例：四千三百名会员的商城，其中隐藏两个传销网络',
    },
    run: ({ seed }, writer) => generateSample(writer, seed),
  },
  clean: {
    doc: {
      en: 'a mall that keeps the law: nothing in it should be found',
      zh: '守法商城：不应发现任何问题',
    },
    run: ({ seed }, writer) => generateClean(writer, seed),
  },
  lawful: {
    doc: {
      en: 'a platform that keeps the law, every canonical table filled (100,000 members)',
      zh: '守法平台：所有标准表均有数据（默认十万会员）',
    },
    run: (options, writer) => generateLawful(writer, options),
  },
  mall: {
    doc: {
      en: 'a mall of any size (100,000 members unless told otherwise) with dirty recruiter data',
      zh: '任意规模的商城（默认十万会员），推荐关系含脏数据',
    },
    run: ({ seed, members = 100_000 }, writer) =>
      generateMall(writer, { members, ...(seed !== undefined && { seed }) }),
  },
  ranked: {
    doc: {
      en: 'the published figures of a decided case: 15,098 people, five entry prices',
      zh: '已公开处罚决定的数字：15,098人，五档入门费',
    },
    run: ({ seed }, writer) => generateJicunxi(writer, seed),
  },
  unknown: {
    doc: {
      en: 'CSV exports of a back office without an adapter: sponsor and placement trees',
      zh: '无适配器的直销后台CSV导出：推荐网与安置网',
    },
    run: (options, writer) => generateUnknown(writer, options),
  },
  ...publishedCases,
} as const satisfies Record<string, Platform>;
