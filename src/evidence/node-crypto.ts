/** As much of `node:crypto` as is used here, in types that a browser's compiler knows. */
export interface NodeCrypto {
  hash(algorithm: string, data: string | Uint8Array, encoding: 'buffer'): Uint8Array;
  createHash(algorithm: string): {
    update(piece: Uint8Array): unknown;
    digest(): Uint8Array;
  };
  createPublicKey(key: {
    readonly key: Uint8Array;
    readonly format: 'der';
    readonly type: 'spki';
  }): NodePublicKey;
  verify(algorithm: null, bytes: Uint8Array, key: NodePublicKey, signature: Uint8Array): boolean;
}

/** Opaque here. */
export interface NodePublicKey {
  readonly asymmetricKeyType?: string | undefined;
}

interface MaybeNode {
  readonly process?: {
    readonly getBuiltinModule?: (name: 'node:crypto') => NodeCrypto | undefined;
  };
}

/**
 * Node's cryptography where the program runs in Node, else null. An import would keep the
 * verifying code from being loaded in a browser; this is what Node offers in its place.
 */
export const nodeCrypto: NodeCrypto | null =
  // Of the global object of either world, this much is asked.
  (globalThis as MaybeNode).process?.getBuiltinModule?.('node:crypto') ?? null;
