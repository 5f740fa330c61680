import type { SqlEngine } from '../engine/sql-engine.ts';
import type { ParsedProvision } from './parse-provision.ts';

export async function checkSql(_engine: SqlEngine, _parsed: ParsedProvision): Promise<void> {}
