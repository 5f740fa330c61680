import type { Reading } from '../mapping.ts';

/**
 * Where a software keeps its commission plan as named settings. Plans kept as rows (a table of
 * ranks with their rates) are ordinary table mappings of `plan_rule`; both may feed one plan.
 */
export interface PlanSource {
  /** Becomes `plan_id`; table mappings of rules use the same value. */
  readonly plan_id: string;
  readonly name: string;
  readonly settings: SettingsSource;
  readonly fields: Readonly<Partial<Record<PlanField, SettingValue>>>;
  readonly rules: readonly PlanRuleSource[];
}

export type PlanField =
  | 'enabled'
  | 'levels_paid'
  | 'join_condition'
  | 'join_price_minor'
  | 'self_rebate';

/** A raw table of key and value. */
export interface SettingsSource {
  readonly table: string;
  readonly key: string;
  readonly value: string;
  /** Raw columns and the values they must have: settings grouped by a type. */
  readonly where?: Readonly<Record<string, string>>;
}

export interface SettingValue {
  readonly setting: string;
  /** Path into the setting's JSON, for example `$.level`. */
  readonly json?: string;
  readonly as?: Reading;
  readonly codes?: Readonly<Record<string, string>>;
  readonly when?: SettingConditions;
}

/**
 * Setting (or `setting$.path`) → values it must have. The empty text stands for an absent setting:
 * an older edition pays two levels without saying so.
 */
export type SettingConditions = Readonly<Record<string, readonly string[]>>;

/** A rule that exists when its conditions hold and its rate or amount is there and not zero. */
export interface PlanRuleSource {
  readonly base: string;
  readonly depth: number;
  readonly rate?: SettingValue;
  readonly amount_minor?: SettingValue;
  readonly tier?: string;
  readonly qualification?: string;
  readonly when?: SettingConditions;
}
