import type { Handling } from '../server.ts';
import { healthHandlings } from './health/read.ts';
import { keyHandlings } from './keys/keys.ts';
import { refusalHandlings } from './refusals/list.ts';
import { signingIn } from './session/create.ts';
import { credentials } from './session/credentials.ts';
import { ownSessions } from './session/own.ts';
import { settingUp } from './setup/create.ts';
import { tenantHandlings } from './tenants/list.ts';
import { changingUsers } from './users/change.ts';
import { readingUsers } from './users/list.ts';

/** Every route with its handler: one line a noun. A test holds it against the contract. */
export const handlings: readonly Handling[] = [
  ...healthHandlings,
  ...settingUp,
  ...signingIn,
  ...ownSessions,
  ...credentials,
  ...tenantHandlings,
  ...readingUsers,
  ...changingUsers,
  ...keyHandlings,
  ...refusalHandlings,
];
