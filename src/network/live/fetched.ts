/**
 * Takes what was read only so that it is in the cache for the step that follows: reads that do not
 * wait for one another wait for memory together. A read nobody uses would be left out.
 */
export const fetched = new Int32Array(1);
