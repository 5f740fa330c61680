import type { standardsProvision } from '../../../../src/server/contract/standards.ts';
import type { Good } from '../../api/call.ts';

type View = Extract<Good<typeof standardsProvision>, { readonly status: 200 }>['body'];

export type ProvisionVersion = View['versions'][number];
/** A field in which versions differ. */
export type ComparedField = View['differs'][number];
