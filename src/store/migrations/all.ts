import { people } from './0001-people.ts';
import { signIn } from './0002-sign-in.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [people, signIn];
