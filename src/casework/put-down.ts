import type { JsonObject, JsonValue } from '../model/json.ts';
import type { MatterEvent } from '../model/matter.ts';
import type { StepRule } from './rules.ts';
import type { Extension, Mark, Span } from './state.ts';

/** The marks an event puts down under a step's rule. */
export function marksOf({ marks }: StepRule, { data, on, number }: MatterEvent): Mark[] {
  return marks
    .filter(({ when }) => when === undefined || isSet(data[when]))
    .map(({ name, on: field, item, due }) => ({
      name,
      item: textAt(data, item),
      on: textAt(data, field) ?? on,
      number,
      due_on: textAt(data, due),
    }));
}

/** The stretches of time after an event began one or ended the one that ran. */
export function spansAfter(
  { span }: StepRule,
  { on }: MatterEvent,
  spans: readonly Span[],
): readonly Span[] {
  if (span === null) return spans;
  const { name, does } = span;
  if (does === 'begin') return [...spans, { name, from: on, to: null }];
  return spans.map((one) => (one.name === name && one.to === null ? { ...one, to: on } : one));
}

export function extensionOf(rule: StepRule, { data, on, number }: MatterEvent): Extension | null {
  if (rule.extends === null) return null;
  const { clock, item, until } = rule.extends;
  return { clock, item: textAt(data, item), on, until: textAt(data, until), number };
}

/** What later steps look at; of a step about one of several things, under the thing's name. */
export function keptOf(rule: StepRule, { data }: MatterEvent): Record<string, JsonValue> {
  const item = textAt(data, rule.marks.find((mark) => mark.item !== undefined)?.item);
  const kept: Record<string, JsonValue> = {};
  for (const field of rule.keeps) {
    const value = data[field];
    if (value !== undefined) kept[keptName(field, item)] = value;
  }
  return kept;
}

export function keptName(field: string, item: string | null): string {
  return item === null ? field : `${field}/${item}`;
}

export function textAt(data: JsonObject, field: string | undefined): string | null {
  const value = field === undefined ? undefined : data[field];
  return typeof value === 'string' ? value : null;
}

/** There, and neither false nor 0. */
export function isSet(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}
