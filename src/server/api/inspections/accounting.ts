import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from '@hono/zod-openapi';
import { PolyprismError } from '../../../model/issue.ts';
import { inspectionsAccounting } from '../../contract/accounting.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { handle } from '../../server.ts';

const read = handle(inspectionsAccounting)(async (call) => {
  const { out } = await seenInspection(call, call.asked.params.inspection_id);
  const text = await readFile(join(out, 'accounting.json'), 'utf8').catch(() => null);
  if (text === null) throw new PolyprismError('http.not_found');
  // Written by leave-accounting.ts; the contract checks it on the way out.
  const body = JSON.parse(text) as z.input<(typeof inspectionsAccounting.answers)[200]>;
  return { status: 200, body };
});

export const accountingHandlings = [read];
