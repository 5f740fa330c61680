/** A list of 32-bit numbers that grows; a plain array would take twice the memory and more. */
export interface IntList {
  items: Int32Array;
  length: number;
}

export function intList(): IntList {
  return { items: new Int32Array(64), length: 0 };
}

export function push(list: IntList, value: number): void {
  if (list.length === list.items.length) list.items = grown(list.items, list.length * 2);
  list.items[list.length++] = value;
}

/** Room for so many more. */
export function makeRoom(list: IntList, more: number): void {
  const needed = list.length + more;
  if (needed > list.items.length) list.items = grown(list.items, Math.max(needed, list.length * 2));
}

/** The same numbers in an array of at least `length`. */
export function grown(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}

export function grownDoubles(from: Float64Array, length: number): Float64Array {
  const to = new Float64Array(length);
  to.set(from);
  return to;
}

export function grownBytes(from: Uint8Array, length: number): Uint8Array {
  const to = new Uint8Array(length);
  to.set(from);
  return to;
}
