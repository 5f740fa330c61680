import { caseworkIssueCodes } from './issue-codes-casework.ts';
import { bagIssueCodes } from './issue-codes-bag.ts';
import { cliIssueCodes } from './issue-codes-cli.ts';
import { draftIssueCodes } from './issue-codes-drafts.ts';
import { facesIssueCodes } from './issue-codes-faces.ts';
import { disclosureIssueCodes } from './issue-codes-disclosure.ts';
import { historyIssueCodes } from './issue-codes-history.ts';
import { intakeIssueCodes } from './issue-codes-intake.ts';
import { lakeIssueCodes } from './issue-codes-lake.ts';
import { liveIssueCodes } from './issue-codes-live.ts';
import { mappingIssueCodes } from './issue-codes-mapping.ts';
import { dumpIssueCodes } from './issue-codes-dump.ts';
import { fileIssueCodes } from './issue-codes-files.ts';
import { mattersIssueCodes } from './issue-codes-matters.ts';
import { networkIssueCodes } from './issue-codes-network.ts';
import { packIssueCodes } from './issue-codes-packs.ts';
import { sparkIssueCodes } from './issue-codes-spark.ts';
import { textIssueCodes } from './issue-codes-text.ts';
import { planIssueCodes } from './issue-codes-plan.ts';
import { proposalIssueCodes } from './issue-codes-proposals.ts';
import { serverIssueCodes } from './issue-codes-server.ts';
import { sqlIssueCodes } from './issue-codes-sql.ts';
import { storageIssueCodes } from './issue-codes-storage.ts';
import { storeIssueCodes } from './issue-codes-store.ts';
import { guidanceIssueCodes } from './issue-codes-guidance.ts';
import { submissionIssueCodes } from './issue-codes-submissions.ts';
import { trustIssueCodes } from './issue-codes-trust.ts';
import type { Localised } from './localised.ts';

interface IssueCodeEntry {
  readonly severity: 'error' | 'warning' | 'info';
  /** What happened. */
  readonly what: Localised;
  /** What to do about it; may be empty where nothing needs doing. */
  readonly todo: Localised;
}

/**
 * Every code Polyprism can report: the closed union behind `IssueCode`.
 * Codes are public API: never renamed, never reused. docs/errors.md is generated from here.
 */
export const issueCodes = {
  'detect.column_missing': {
    severity: 'info',
    what: {
      en: 'The adapter reads {table}.{column} into {to}; this data set has no such column.',
      zh: '适配器将 {table}.{column} 读入 {to}，但数据中没有该列。',
    },
    todo: {
      en: 'Provisions that need {to} will say "cannot tell"; map another column if there is one.',
      zh: '需要 {to} 的条款将给出“无法判断”；如另有对应列，请在映射中指定。',
    },
  },
  'detect.no_members': {
    severity: 'warning',
    what: {
      en: 'No table of members was recognised; there is no recruitment network to look at.',
      zh: '未识别出会员表，因而没有可供分析的推荐网络。',
    },
    todo: {
      en: 'Write a mapping with `polyprism map -o` and name the table.',
      zh: '请用 `polyprism map -o` 生成映射文件并指明会员表。',
    },
  },
  'detect.no_recruiter': {
    severity: 'warning',
    what: {
      en: 'No column, chain or table says who recruited the members of {table}.',
      zh: '未发现说明 {table} 中会员由谁推荐的列、链或表。',
    },
    todo: {
      en: 'If there is one, name it in a mapping; else the data hold no recruitment network.',
      zh: '如确有此列，请在映射中指定；否则该数据不含推荐网络。',
    },
  },
  'detect.table_missing': {
    severity: 'info',
    what: {
      en: 'The adapter reads {table} into {to}; this data set has no such table.',
      zh: '适配器将 {table} 读入 {to}，但数据中没有该表。',
    },
    todo: {
      en: 'Check whether the dump is complete.',
      zh: '请检查转储是否完整。',
    },
  },
  'detect.two_trees': {
    severity: 'info',
    what: {
      en:
        '{table} holds two trees: {sponsor} is read as who recruited, {placement} as where ' +
        'the account is placed.',
      zh: '{table} 含两个网络：{sponsor} 作为推荐网络，{placement} 作为安置网络。',
    },
    todo: {
      en: 'If it is the other way round, exchange them in a mapping.',
      zh: '如两者相反，请在映射中对调。',
    },
  },
  'input.not_found': {
    severity: 'error',
    what: { en: 'There is nothing at {path}.', zh: '{path} 不存在。' },
    todo: { en: 'Check the path.', zh: '请检查路径。' },
  },
  'input.unknown_format': {
    severity: 'error',
    what: {
      en: '{path} is in no format Polyprism reads ({seen}).',
      zh: '{path} 不是可识别的格式（{seen}）。',
    },
    todo: {
      en: 'Give a .sql dump, CSV, TSV, XLSX, JSON, NDJSON or Parquet file, or gz or zip of these.',
      zh: '请提供 .sql 转储、CSV、TSV、XLSX、JSON、NDJSON、Parquet 文件，或其 gz、zip 压缩包。',
    },
  },
  ...caseworkIssueCodes,
  ...bagIssueCodes,
  ...cliIssueCodes,
  ...intakeIssueCodes,
  ...lakeIssueCodes,
  ...liveIssueCodes,
  ...mappingIssueCodes,
  ...dumpIssueCodes,
  ...fileIssueCodes,
  ...mattersIssueCodes,
  ...networkIssueCodes,
  ...historyIssueCodes,
  ...packIssueCodes,
  ...planIssueCodes,
  ...serverIssueCodes,
  ...draftIssueCodes,
  ...facesIssueCodes,
  ...proposalIssueCodes,
  ...disclosureIssueCodes,
  ...sparkIssueCodes,
  ...sqlIssueCodes,
  ...storageIssueCodes,
  ...storeIssueCodes,
  ...textIssueCodes,
  ...guidanceIssueCodes,
  ...submissionIssueCodes,
  ...trustIssueCodes,
} as const satisfies Record<string, IssueCodeEntry>;
