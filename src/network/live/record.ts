/**
 * What the live forest holds of a member besides what a walk up the tree reads at each step:
 * numbers of 32 bits next to each other in one line of cache, so that a join waits for memory once
 * an upline, not once a column.
 */
export const STRIDE = 16;

/** Accounts of the subtree, its top included; what is pending is not in yet. */
export const PEOPLE = 0;
/** Levels of the subtree, its top's own included. */
export const LEVELS = 1;
/** Accounts of the subtree that have not left. */
export const PRESENT = 2;
export const DIRECT = 3;
/** Accounts of the subtree that are on their way up; 0 for none, as for the next two. */
export const PENDING_PEOPLE = 4;
export const PENDING_PRESENT = 5;
/** Levels the subtree must reach. */
export const PENDING_LEVELS = 6;
export const FLAGS = 7;
/** Day its tie to the upline takes effect. */
export const TIED = 8;
/** Earliest day on which a recruit was tied in. */
export const SECOND = 9;
/** Earliest day on which a recruit of a recruit was; the member itself may join later. */
export const THIRD = 10;
export const JOINED = 11;
/**
 * First recruit, next and previous recruit of the same upline; NONE at the ends. PREVIOUS is NONE
 * too for those who came before others since somebody was taken out (`unlink`). These and the
 * claim stand last: a large array may begin inside a line of cache, after a quarter of it.
 */
export const FIRST = 12;
export const NEXT = 13;
export const PREVIOUS = 14;
/** Upline as claimed, which may not be in the data yet; ROOT for none. */
export const CLAIM = 15;

export const NONE = -1;

/** In `heads`. */
export const TIED_BIT = 0x80;
export const COUNT_BITS = 0x7f;

/** In FLAGS. */
export const LEFT = 2;
/** Its dates changed since the last alerts; what they were is remembered. */
export const CHANGED = 4;
/** The dates of its subtree have to be found anew. */
export const STALE = 8;
/** Met on the way up in a pass that is under way. */
export const VISITED = 16;
/** Hung under its upline as a newcomer, who is not told of it yet. */
export const FRESH = 32;
