import { base64Of, bytesOfBase64 } from '../base64.ts';
import { concat, utf8Bytes } from '../bytes.ts';
import { sha256 } from '../digest.ts';
import { isSignedBy } from '../ed25519.ts';
import type { PublicKey, SigningKey } from '../ed25519.ts';

/** A payload and who signed it: DSSE v1, https://github.com/secure-systems-lab/dsse. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly {
    /** A hint which key: SHA-256 of its 32 bytes. */
    readonly keyid: string;
    /** Base64 of an Ed25519 signature. */
    readonly sig: string;
  }[];
}

/** What is signed: type and payload, each after its length, so that neither can pass for other. */
export function preAuthEncoding(type: string, payload: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${utf8Bytes(type).length} ${type} ${payload.length} `;
  return concat([utf8Bytes(head), payload]);
}

/** An envelope, signed when there is a key to sign it with. */
export function envelopeOf(type: string, payload: Uint8Array, key: SigningKey | null): Envelope {
  const signature = key && {
    keyid: sha256(key.public_key),
    sig: base64Of(key.sign(preAuthEncoding(type, payload))),
  };
  return {
    payloadType: type,
    payload: base64Of(payload),
    signatures: signature ? [signature] : [],
  };
}

/** The envelope a value is, and nothing beside; null otherwise. */
export function readEnvelope(value: unknown): (Envelope & { readonly bytes: Uint8Array }) | null {
  if (!isRecord(value) || !hasOnly(value, ['payloadType', 'payload', 'signatures'])) return null;
  const { payloadType, payload, signatures } = value;
  if (typeof payloadType !== 'string' || typeof payload !== 'string') return null;
  const bytes = bytesOfBase64(payload);
  if (bytes === null || !Array.isArray(signatures)) return null;
  if (!signatures.every(isSignature)) return null;
  return { payloadType, payload, signatures, bytes };
}

/** Whether a key signed the envelope, by whichever of its signatures. */
export function isEnvelopeOf(envelope: Envelope, key: PublicKey): boolean {
  const payload = bytesOfBase64(envelope.payload);
  if (payload === null) return false;
  const signed = preAuthEncoding(envelope.payloadType, payload);
  return envelope.signatures.some(({ sig }) => {
    const signature = bytesOfBase64(sig);
    return signature !== null && isSignedBy(signed, signature, key);
  });
}

function isSignature(value: unknown): value is Envelope['signatures'][number] {
  if (!isRecord(value) || !hasOnly(value, ['keyid', 'sig'])) return false;
  return typeof value['keyid'] === 'string' && typeof value['sig'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
