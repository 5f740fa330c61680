import { describe, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { handlings } from '../../src/server/api/handlings.ts';
import { contract } from '../../src/server/contract/contract.ts';
import { uploadsCreate } from '../../src/server/contract/uploads.ts';
import { openApiDocument } from '../../src/server/openapi.ts';
import { permissions } from '../../src/server/permissions.ts';

describe('the contract', () => {
  it('has each route once, with one handler and one row of permissions', () => {
    const ids = contract.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(handlings.map(({ route }) => route.id).toSorted()).toEqual(ids.toSorted());
    expect(Object.keys(permissions).toSorted()).toEqual(ids.toSorted());
    expect(handlings.every(({ route }) => contract.includes(route))).toBe(true);
    const places = contract.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('says in both languages what each route does', () => {
    const dumb = contract.filter(
      ({ summary }) => !/^[ -~’]+$/.test(summary.en) || !/[\u4e00-\u9fff]/.test(summary.zh),
    );
    expect(dumb).toEqual([]);
  });

  it('describes every name in a path', () => {
    for (const { path, params } of contract) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(params?.shape ?? {}).toSorted()).toEqual(names.toSorted());
    }
  });

  it('takes uploads up to the limit', () => {
    const max = limits.upload_bytes_max;
    const taken = [max - 1, max, max + 1].map(
      (size_bytes) => uploadsCreate.body.safeParse({ name: 'a.csv', size_bytes }).success,
    );
    expect(taken).toEqual([true, true, false]);
  });

  it('is an OpenAPI 3.1 document, the same every time', () => {
    const document = openApiDocument('1.2.3');
    expect(document['openapi']).toBe('3.1.0');
    expect(JSON.stringify(openApiDocument('1.2.3'))).toBe(JSON.stringify(document));
    expect(Object.keys(document['paths'] ?? {})).toHaveLength(
      new Set(contract.map(({ path }) => path)).size,
    );
  });
});
