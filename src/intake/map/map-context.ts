import type { TextProfiles } from './profile-texts.ts';
import type { ValueContext } from './sql-value.ts';

/** What a whole mapping fixes for the reading of values. */
export type MapContext = Pick<ValueContext, 'time_zone' | 'money_decimals' | 'person_key'> & {
  /** Of the raw tables that are short enough to be looked through first. */
  readonly profiles: TextProfiles;
};
