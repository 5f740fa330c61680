import { isCollection, parse, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Plan } from '../../model/plan.ts';
import { parsePlan } from '../language/parse-plan.ts';
import { printPlan } from '../language/print-plan.ts';

type Value = Readonly<Record<string, unknown>>;

/**
 * A plan's file with the changes written into it, comments and layout kept where nothing changed.
 * Where that does not read as the changed plan, the plan is written anew.
 */
export function mendedText(source: string, plan: Plan, changed: Plan): string {
  const document = parseDocument(source);
  const [before, after] = [valueOf(plan), valueOf(changed)];
  for (const list of ['ranks', 'rules']) {
    const [old, fresh] = [listOf(before, list), listOf(after, list)];
    for (let i = old.length - 1; i >= 0; i--) {
      const next = fresh.find(({ id }) => id === old[i]!['id']);
      if (next === undefined) document.deleteIn([list, i]);
      else patch(document, [list, i], old[i]!, next);
    }
  }
  patch(document, [], { limit: before['limit'] }, { limit: after['limit'] });
  const text = spacedAs(source, document.toString({ lineWidth: 0, nullStr: 'null' }));
  const { plan: read } = parsePlan(text, plan.id);
  const whole = printPlan(changed);
  return read !== null && printPlan(read) === whole ? text : whole;
}

/** Lines that only differ from one of the source in their spaces stand as they stood there. */
function spacedAs(source: string, text: string): string {
  const close = (line: string): string => line.replace(/(?<=[[{])\s+|\s+(?=[\]}])/g, '');
  const known = new Map(source.split('\n').map((line) => [close(line), line]));
  return text
    .split('\n')
    .map((line) => known.get(close(line)) ?? line)
    .join('\n');
}

function valueOf(plan: Plan): Value {
  return parse(printPlan(plan)) as Value;
}

function listOf(value: Value, key: string): readonly Value[] {
  return (value[key] ?? []) as readonly Value[];
}

function patch(document: Document, path: (string | number)[], old: Value, next: Value): void {
  for (const key of new Set([...Object.keys(old), ...Object.keys(next)])) {
    const value = next[key];
    if (JSON.stringify(old[key]) === JSON.stringify(value)) continue;
    if (value === undefined) document.deleteIn([...path, key]);
    else {
      const node = document.createNode(value);
      if (isCollection(node)) node.flow = true;
      document.setIn([...path, key], node);
    }
  }
}
