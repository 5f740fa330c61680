/**
 * How many persons stand behind `accounts` accounts, when `a[i]` and `b[i]` are known to be one:
 * connected components by union-find with path halving.
 */
export function distinctPersons(accounts: number, a: Int32Array, b: Int32Array): number {
  const leader = Int32Array.from({ length: accounts }, (_, i) => i);
  const find = (account: number): number => {
    let x = account;
    while (leader[x] !== x) {
      leader[x] = leader[leader[x]!]!;
      x = leader[x]!;
    }
    return x;
  };
  let persons = accounts;
  for (let i = 0; i < a.length; i++) {
    const x = find(a[i]!);
    const y = find(b[i]!);
    if (x === y) continue;
    // The smaller number leads: members are in joining order, so trees stay shallow and stable.
    leader[Math.max(x, y)] = Math.min(x, y);
    persons--;
  }
  return persons;
}
