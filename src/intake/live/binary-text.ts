import { isUtf8 } from 'node:buffer';

/**
 * Binary values as the dump reader shows them: as text where they are text, else in hexadecimal
 * after '0x'.
 */
export function binaryText(bytes: Buffer): string {
  if (bytes.length === 0) return '';
  const readable = isUtf8(bytes) && !bytes.some(isControl);
  return readable ? bytes.toString('utf8') : `0x${bytes.toString('hex').toUpperCase()}`;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}
