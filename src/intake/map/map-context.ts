import type { ValueContext } from './sql-value.ts';

/** What a whole mapping fixes for the reading of values. */
export type MapContext = Pick<ValueContext, 'time_zone' | 'money_decimals' | 'person_key'>;
