import { canonicalJson } from '../../evidence/canonical-json.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Pack, ParameterValue, Provision } from '../../model/provision.ts';
import { compareText } from '../../model/issue.ts';
import { comparedFields } from '../contract/standards-shapes.ts';

type ComparedField = (typeof comparedFields)[number];

/** The versions of a provision in the order in which they came into force; empty for none. */
export function versionsOf({ provisions }: Pack, id: string): readonly Provision[] {
  return provisions
    .filter((one) => one.id === id)
    .toSorted((a, b) => compareText(a.in_force.from, b.in_force.from));
}

/** Names of the fields in which the versions are not all alike. */
export function differingFields(versions: readonly Provision[]): ComparedField[] {
  return comparedFields.filter((field) => {
    const texts = versions.map((one) => canonicalJson(asJson(one[field])));
    return new Set(texts).size > 1;
  });
}

function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

export interface ParameterOverTime {
  readonly name: string;
  readonly unit: string;
  /** In order of time; `version_in_force` is the first day of the version that has the value. */
  readonly values: readonly (ParameterValue & { readonly version_in_force: string })[];
}

/** Every value a parameter had, over all versions, with its days and its source. */
export function parametersOverTime(versions: readonly Provision[]): ParameterOverTime[] {
  const values = versions.flatMap(({ parameters, in_force }) =>
    parameters.flatMap(({ name, unit, values: of }) =>
      of.map((one) => ({ name, unit, value: { ...one, version_in_force: in_force.from } })),
    ),
  );
  return [...Map.groupBy(values, ({ name }) => name)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([name, of]) => ({
      name,
      unit: of.at(-1)?.unit ?? '',
      values: of
        .map(({ value }) => value)
        .toSorted((a, b) => compareText(a.from, b.from) || compareText(...daysOf(a, b))),
    }));
}

function daysOf(
  a: { readonly version_in_force: string },
  b: { readonly version_in_force: string },
): [string, string] {
  return [a.version_in_force, b.version_in_force];
}
