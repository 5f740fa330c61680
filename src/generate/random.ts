/** The shared stream of chance: generators use no other. */
export { seeded } from '../model/random.ts';
export type { Random } from '../model/random.ts';
