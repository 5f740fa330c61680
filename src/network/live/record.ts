/**
 * What the live forest holds of a member, as 16 numbers of 32 bits next to each other: one line
 * of cache. A walk up the tree then waits for memory once a step, not once a column.
 */
export const STRIDE = 16;

/** Upline in effect: a member's number, or ROOT. */
export const PARENT = 0;
/** People connected so far, at most the highest threshold; TIED_BIT once its own tie counts. */
export const HEADS = 1;
/** Accounts of the subtree, its top included; what is pending is not in yet. */
export const PEOPLE = 2;
/** Levels of the subtree, its top's own included. */
export const LEVELS = 3;
export const DIRECT = 4;
/** First recruit, next and previous recruit of the same upline; NONE at the ends. */
export const FIRST = 5;
export const NEXT = 6;
export const PREVIOUS = 7;
/** Where its pending changes lie; 0 for none. */
export const SLOT = 8;
/** Earliest day on which a recruit was tied in. */
export const SECOND = 9;
/** Earliest day on which a recruit of a recruit was; the member itself may join later. */
export const THIRD = 10;
export const JOINED = 11;
/** Day its tie to the upline takes effect. */
export const TIED = 12;
/** Accounts of the subtree that have not left. */
export const PRESENT = 13;
/** Upline as claimed, which may not be in the data yet; ROOT for none. */
export const CLAIM = 14;
export const FLAGS = 15;

export const NONE = -1;

/** In HEADS. */
export const TIED_BIT = 0x80;
export const COUNT_BITS = 0x7f;

/** In FLAGS: the member has joined, and is not only named by others. */
export const KNOWN = 1;
export const LEFT = 2;
/** Its dates changed since the last alerts; what they were is remembered. */
export const CHANGED = 4;
/** The dates of its subtree have to be found anew. */
export const STALE = 8;
/** Met on the way up in a pass that is under way. */
export const VISITED = 16;
