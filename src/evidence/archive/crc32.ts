/** CRC-32 as ZIP has it (APPNOTE 4.4.7): a check against accidents, never against intent. */
export interface Crc32 {
  update(piece: Uint8Array): void;
  value(): number;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
  return rest;
});

export function crc32(): Crc32 {
  let rest = 0xffff_ffff;
  return {
    update(piece) {
      // An index loop: this runs over every byte of a bag.
      for (let at = 0; at < piece.length; at++)
        rest = (table[(rest ^ (piece[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
    },
    value: () => (rest ^ 0xffff_ffff) >>> 0,
  };
}
