import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * In the place of an inspection: puts down in the workspace that it began and that it ended, for
 * which server, and leaves one finding. Where its file says `slow`, it does not end by itself the
 * first time.
 */
const order: { folder: string; inputs: string[] } = JSON.parse(readFileSync(0, 'utf8'));
const inspection = join(order.folder, '..', '..');
const marks = join(inspection, '..', '..', '..', 'ran');
const mark = (what: string): void =>
  appendFileSync(marks, `${basename(inspection)} ${what} ${process.ppid}\n`);
mark('begun');
console.log(JSON.stringify({ step: 'counting' }));
const slow = readFileSync(order.inputs[0] ?? '', 'utf8').includes('slow');
const before = readFileSync(marks, 'utf8').split(`${basename(inspection)} begun`).length - 1;
if (slow && before === 1) {
  process.on('SIGTERM', () => process.exit(3));
  setInterval(() => undefined, 1_000);
} else {
  const finding = {
    id: 'f'.repeat(64),
    provision: 'cn.x',
    stage: 'in',
    severity: 'high',
    subject: { table: 'operator', id: '1' },
    verdict: 'breach',
  };
  const one = { provision: 'cn.x', verdict: 'breach', stage: 'in', findings: 1, undecided: 0 };
  const provisions = [{ ...one, needs: [], law: null }];
  const kept = {
    as_of: '2026-04-01',
    snapshot_id: 's',
    report: 'r',
    operators: [null],
    provisions,
  };
  mkdirSync(join(order.folder, 'out'));
  writeFileSync(join(order.folder, 'out', 'report.json'), String(before));
  writeFileSync(join(order.folder, 'findings.ndjson'), `${JSON.stringify(finding)}\n`);
  writeFileSync(join(order.folder, 'kept.json'), JSON.stringify(kept));
  writeFileSync(join(order.folder, 'count'), '1');
  mark('done');
}
