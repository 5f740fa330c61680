import { hash, randomBytes } from 'node:crypto';

/** 256 random bits as text for URLs and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. With 256 random bits nothing slow is needed. */
export function digestOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
