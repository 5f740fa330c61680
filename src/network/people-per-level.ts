/** Heads on each level; index 0 is level 1. */
export function peoplePerLevel(level: Int32Array): number[] {
  const people: number[] = [];
  for (const one of level) people[one - 1] = (people[one - 1] ?? 0) + 1;
  return people;
}
