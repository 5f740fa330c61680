import type { ColumnType } from 'kysely';

export interface OperatorSheetTable {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly operator_id: string;
  readonly tier: string;
  readonly weight: number;
  /** JSON: parsed when read, text when set. */
  readonly facts: ColumnType<unknown, string, never>;
}

export interface MeasureEffectTable {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly name: string;
  /** JSON: parsed when read, text when set. */
  readonly effect: ColumnType<unknown, string, never>;
}

export interface MarketFigureTable {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly name: string;
  readonly month: string;
  readonly cases: number;
  readonly out_of: number;
}
