import { isScalar } from 'yaml';
import { localised, id } from './front-matter.ts';
import { list, maybe, needed, oneOf, record, text, wholeNumber, wrong } from './yaml-shape.ts';
import type { Shape } from './yaml-shape.ts';

const flag: Shape<boolean> = (yaml, node, owner) => {
  const value = isScalar(node) ? node.value : undefined;
  return typeof value === 'boolean' ? value : wrong(yaml, node, owner, 'true | false');
};

const words = list(text(), 1);

const fullEntry = record({
  term: needed(text()),
  variants: maybe(words),
  homophones: maybe(words),
  inside: maybe(words),
  word_boundary: maybe(flag),
  note: maybe(text()),
});

export interface WrittenEntry {
  readonly term: string;
  readonly variants?: readonly string[] | undefined;
  readonly homophones?: readonly string[] | undefined;
  readonly inside?: readonly string[] | undefined;
  readonly word_boundary?: boolean | undefined;
  readonly note?: string | undefined;
}

/** A term alone, or with what belongs to it. */
const entry: Shape<WrittenEntry> = (yaml, node, owner) => {
  if (!isScalar(node)) return fullEntry(yaml, node, owner);
  const term = text()(yaml, node, owner);
  return term === undefined ? undefined : { term };
};

const name = text(/^[a-z][a-z0-9_]*$/, 'snake_case');

const condition = record({
  place: needed(oneOf('before', 'after', 'around', 'cover', 'quoted')),
  any: needed(words),
  within: maybe(wholeNumber),
  reach: maybe(oneOf('clause', 'sentence', 'text')),
  but_not: maybe(words),
});

/** A file of `terms/`, exactly: what is not here is an error. */
export const termsFile = record({
  id: needed(id),
  title: needed(localised),
  cite: needed(text()),
  category: needed(name),
  role: needed(oneOf('claim', 'correction')),
  within_s: maybe(wholeNumber),
  groups: needed(
    list(
      record({
        group: needed(name),
        lang: needed(oneOf('zh', 'en')),
        needs: maybe(list(condition, 1)),
        entries: needed(list(entry, 1)),
      }),
      1,
    ),
  ),
  exceptions: maybe(
    list(
      record({
        id: needed(name),
        title: needed(localised),
        cite: needed(text()),
        groups: maybe(list(name, 1)),
        when: needed(list(condition, 1)),
      }),
      1,
    ),
  ),
});

type ValueOf<S> = S extends Shape<infer T> ? T : never;
export type WrittenTerms = ValueOf<typeof termsFile>;
export type WrittenCondition = ValueOf<typeof condition>;
