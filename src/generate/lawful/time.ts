export { DAY_S } from '../names.ts';
export const MINUTE_S = 60;
export const HOUR_S = 3_600;
