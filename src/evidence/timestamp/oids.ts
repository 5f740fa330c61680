/** Object identifiers as hexadecimal DER content, with their dotted form. */
export const oids = {
  /** 1.2.840.113549.1.7.2 */
  signed_data: '2a864886f70d010702',
  /** 1.2.840.113549.1.9.16.1.4 */
  timestamp_info: '2a864886f70d0109100104',
  /** 1.2.840.113549.1.9.3 */
  content_type: '2a864886f70d010903',
  /** 1.2.840.113549.1.9.4 */
  message_digest: '2a864886f70d010904',
  /** 1.2.840.113549.1.9.16.2.12 */
  signing_certificate: '2a864886f70d010910020c',
  /** 1.2.840.113549.1.9.16.2.47 */
  signing_certificate_2: '2a864886f70d010910022f',
  /** 1.3.6.1.5.5.7.3.8, id-kp-timeStamping */
  for_timestamps: '2b06010505070308',
} as const;

/** Digests that are still taken for signed data. */
export type TimestampDigest = 'sha256' | 'sha384' | 'sha512';

export const digests: Readonly<Record<string, TimestampDigest>> = {
  /** 2.16.840.1.101.3.4.2.1 to .3 */
  '608648016503040201': 'sha256',
  '608648016503040202': 'sha384',
  '608648016503040203': 'sha512',
};

/** Signatures, each with the kind of key and the digest it names; null: that of the signer. */
export const signatures: Readonly<
  Record<string, readonly ['rsa' | 'ec' | 'ed25519', TimestampDigest | null]>
> = {
  /** 1.2.840.113549.1.1.1, .11, .12 and .13 */
  '2a864886f70d010101': ['rsa', null],
  '2a864886f70d01010b': ['rsa', 'sha256'],
  '2a864886f70d01010c': ['rsa', 'sha384'],
  '2a864886f70d01010d': ['rsa', 'sha512'],
  /** 1.2.840.10045.4.3.2 to .4 */
  '2a8648ce3d040302': ['ec', 'sha256'],
  '2a8648ce3d040303': ['ec', 'sha384'],
  '2a8648ce3d040304': ['ec', 'sha512'],
  /** 1.3.101.112 */
  '2b6570': ['ed25519', null],
};
