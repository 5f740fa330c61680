/** Asks the user to show again who it is; resolves to whether that was done. */
type Ask = () => Promise<boolean>;

let ask: Ask = async () => false;

export async function confirmIdentity(): Promise<boolean> {
  return await ask();
}

/** The dialog that does it registers itself; the function ends that. */
export function onConfirmIdentity(by: Ask): () => void {
  ask = by;
  return () => {
    if (ask === by) ask = async () => false;
  };
}
