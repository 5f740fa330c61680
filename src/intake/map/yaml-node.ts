import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { PolyprismError } from '../../model/issue.ts';

/** A YAML value that knows where it stands, so that every complaint names line and column. */
export interface YamlNode {
  /** For messages: 'tables[2].columns.paid_at'. */
  readonly path: string;
  /** The plain value. */
  readonly value: unknown;
  /** A scalar as written, without quotes: 1.50 stays 1.50. */
  readonly source: string;
  /** Members of a map in the order of the file; empty for other nodes. */
  readonly entries: readonly YamlEntry[];
  /** Items of a sequence; empty for other nodes. */
  readonly items: readonly YamlNode[];
  readonly kind: 'map' | 'seq' | 'scalar';
  /** Stops with `mapping.invalid` at this node. */
  readonly fail: (problem: string) => never;
}

export interface YamlEntry {
  readonly key: string;
  readonly node: YamlNode;
  /** Stops at the key rather than the value. */
  readonly fail: (problem: string) => never;
}

/** Parses one YAML document; a syntax error stops with its place. */
export function parseYaml(text: string, file: string): YamlNode {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const failAt = (offset: number, problem: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new PolyprismError('mapping.invalid', { problem }, { file, line, column: col });
  };
  const [error] = document.errors;
  if (error !== undefined) failAt(error.pos[0], error.message.replace(/ at line \d[^]*$/, ''));
  return wrap(document.contents, '', 0, failAt);
}

type FailAt = (offset: number, problem: string) => never;

function wrap(node: unknown, path: string, parent: number, failAt: FailAt): YamlNode {
  const offset = offsetOf(node) ?? parent;
  const fail = (problem: string): never =>
    failAt(offset, path === '' ? problem : `${path}: ${problem}`);
  const none = { path, source: '', entries: [], items: [], fail };
  if (isMap(node)) {
    const entries = node.items.map((pair): YamlEntry => {
      const at = offsetOf(pair.key) ?? offset;
      const key = sourceOf(pair.key);
      const under = path === '' ? key : `${path}.${key}`;
      return {
        key,
        node: wrap(pair.value, under, at, failAt),
        fail: (problem) => failAt(at, problem),
      };
    });
    return { ...none, kind: 'map', value: null, entries };
  }
  if (isSeq(node)) {
    const items = node.items.map((item, i) => wrap(item, `${path}[${i}]`, offset, failAt));
    return { ...none, kind: 'seq', value: null, items };
  }
  if (node !== null && !isScalar(node)) fail('aliases and tags are not used in mappings');
  return {
    ...none,
    kind: 'scalar',
    value: isScalar(node) ? node.value : null,
    source: sourceOf(node),
  };
}

function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function sourceOf(node: unknown): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
