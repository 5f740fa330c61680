/** Told when an answer says that nobody is signed in any more; the session gate listens. */
const listeners = new Set<() => void>();

export const signedOut = {
  tell(): void {
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
