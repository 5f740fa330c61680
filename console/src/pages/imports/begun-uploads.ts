/** Uploads begun and not finished, so that a file chosen again after a break goes on. */
const keyOf = ({ name, size, lastModified }: File): string =>
  `polyprism.upload ${size} ${lastModified} ${name}`;

export const begunUploads = {
  of: (file: File): string | null => localStorage.getItem(keyOf(file)),
  note: (file: File, id: string): void => localStorage.setItem(keyOf(file), id),
  forget: (file: File): void => localStorage.removeItem(keyOf(file)),
};
