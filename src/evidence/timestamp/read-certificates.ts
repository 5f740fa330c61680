import { bytesOfBase64 } from '../base64.ts';
import { readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';

/** Certificates in a text of PEM (RFC 7468); null where there is none, or one that is not read. */
export function readCertificates(text: string): readonly Certificate[] | null {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const read = blocks.map((block) => {
    const raw = bytesOfBase64(block.replaceAll(/-----[A-Z ]+-----|\s/g, ''));
    return raw && readCertificate(raw);
  });
  return read.length > 0 && read.every((one) => one !== null) ? read : null;
}
