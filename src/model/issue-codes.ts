import { intakeIssueCodes } from './issue-codes-intake.ts';
import { mappingIssueCodes } from './issue-codes-mapping.ts';
import { fileIssueCodes } from './issue-codes-files.ts';
import { networkIssueCodes } from './issue-codes-network.ts';
import { packIssueCodes } from './issue-codes-packs.ts';
import { sqlIssueCodes } from './issue-codes-sql.ts';
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
  'input.not_found': {
    severity: 'error',
    what: { en: 'There is nothing at {path}.', zh: '{path} 不存在。' },
    todo: { en: 'Check the path.', zh: '请检查路径。' },
  },
  'input.unknown_format': {
    severity: 'error',
    what: {
      en: '{path} is in no format Polyprism reads ({seen}).',
      zh: '{path} 不是可识别的格式({seen})。',
    },
    todo: {
      en: 'Give a .sql dump, CSV, TSV, XLSX, JSON, NDJSON or Parquet file, or a gz or zip of these.',
      zh: '请提供 .sql 转储、CSV、TSV、XLSX、JSON、NDJSON、Parquet 文件,或其 gz、zip 压缩包。',
    },
  },
  ...intakeIssueCodes,
  ...mappingIssueCodes,
  ...fileIssueCodes,
  ...networkIssueCodes,
  ...packIssueCodes,
  ...sqlIssueCodes,
} as const satisfies Record<string, IssueCodeEntry>;
