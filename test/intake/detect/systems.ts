import * as malls from './systems-malls.ts';
import * as mlm from './systems-mlm.ts';
import * as exports from './systems-exports.ts';
import * as styles from './systems-known-styles.ts';
import * as small from './systems-small.ts';
import * as trees from './systems-trees.ts';
import type { System } from './system.ts';

const makers: readonly (() => System)[] = [
  ...Object.values(malls),
  ...Object.values(mlm),
  ...Object.values(trees),
  ...Object.values(small),
  ...Object.values(styles),
  ...Object.values(exports),
];

/** Every synthetic system, made afresh. */
export const systems: readonly System[] = makers.map((make) => make());
