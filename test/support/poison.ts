/** Keys whose value decides what is shown where; everything else may hold any text. */
const structural = new Set([
  'schema',
  'stage',
  'verdict',
  'severity',
  'provision',
  'provision_sha256',
  'name',
  'path',
  'root_id',
  'member_id',
]);

/** A copy in which every text that is not structure is the next of `texts`. */
export function poison<T>(value: T, texts: readonly string[]): T {
  let at = 0;
  const next = (): string => texts[at++ % texts.length]!;
  const walk = (one: unknown, key: string, inProvision: boolean): unknown => {
    if (typeof one === 'string') {
      const keep = structural.has(key) || (inProvision && (key === 'id' || key === 'sha256'));
      return keep ? one : next();
    }
    if (Array.isArray(one)) {
      return one.map((item) => walk(item, key, inProvision || key === 'provisions'));
    }
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, item]) => [name, walk(item, name, inProvision)]),
    );
  };
  return walk(value, '', false) as T;
}
