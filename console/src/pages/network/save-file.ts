/** Hands a file to the user, as the browser keeps files. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next minute.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
