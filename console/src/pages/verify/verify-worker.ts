import { checkDrawFile } from '../../../../src/evidence/draw/check-draw-file.ts';
import { beginning_bytes, isDrawText } from '../../../../src/evidence/draw/read-draw.ts';
import { readCertificates } from '../../../../src/evidence/timestamp/read-certificates.ts';
import { readKeys } from '../../../../src/evidence/verify/read-keys.ts';
import { verifyArchived } from '../../../../src/evidence/verify/verify-archive.ts';
import { limits } from '../../../../src/model/limits.ts';
import type { VerifyAsked, VerifyTold } from './verify-messages.ts';

/** Told no more often than a bar can show. */
const share_step = 0.005;

const tell = (told: VerifyTold): void => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<VerifyAsked>) => {
  void verify(data).then(tell, () => tell({ kind: 'refused', why: 'unreadable' }));
});

async function verify({ file, keys, older, certificates }: VerifyAsked): Promise<VerifyTold> {
  if (isDrawText(await file.slice(0, beginning_bytes).text())) {
    if (file.size > limits.draw_bytes_max) return { kind: 'refused', why: 'too_large' };
    return { kind: 'drawn', draw: checkDrawFile(await file.text()) };
  }
  const known = readKeys(keys);
  if (typeof known === 'number') return { kind: 'refused', why: 'keys', line: known };
  const authorities = certificates === null ? [] : readCertificates(certificates);
  if (authorities === null) return { kind: 'refused', why: 'certificates' };
  const against = { keys: known, older, authorities };
  const source = { size: file.size, read: counted(file) };
  return { kind: 'done', outcomes: await verifyArchived(source, () => undefined, against) };
}

/** Reads a range of the file, and tells how much of it has been read. */
function counted(file: File): (from: number, to: number) => Promise<Uint8Array> {
  let [read, shown] = [0, 0];
  return async (from, to) => {
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
    read += bytes.length;
    // Heads of files are read twice, so that a little more than the file comes together.
    const share = Math.min(1, read / file.size);
    if (share - shown >= share_step) {
      shown = share;
      tell({ kind: 'read', share });
    }
    return bytes;
  };
}
