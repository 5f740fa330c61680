import type { standardsProvision } from '../../../../src/server/contract/standards.ts';
import type { Good } from '../../api/call.ts';

type View = Extract<Good<typeof standardsProvision>, { readonly status: 200 }>['body'];

export type ProvisionVersion = View['versions'][number];
