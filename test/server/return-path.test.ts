import { describe, expect, it } from 'vitest';
import { returnPath } from '../../src/server/api/oidc/return-path.ts';

describe('the way back from single sign-on', () => {
  it.each([
    ['/', '/console/'],
    ['/matters/01a?step=answer', '/console/matters/01a?step=answer'],
    ['/findings?provision=cn.x&q=%E4%B8%AD', '/console/findings?provision=cn.x&q=%E4%B8%AD'],
    ['/imports/./a/../b', '/console/imports/b'],
  ])('leads to the page %s', (to, path) => {
    expect(returnPath(to)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'matters',
    'https://evil.example/',
    'javascript:alert(1)',
    '.evil.example/',
    '@evil.example/',
    '/..',
    '/../api/v1/oidc/login',
    '/matters/../../api/v1/session',
    '/%2e%2e/api/v1/session',
    '/%2E%2e/%2e./api',
    '/..\\..\\api',
    '\\\\evil.example',
    '\t/../..//evil.example',
    '/.\n./.\t./\\evil.example',
  ])('is not led astray by %j', (to) => {
    expect(returnPath(to)).toBe('/console/');
  });

  it('stays here whatever is asked', () => {
    for (const to of ['//evil.example/x', '/\\evil.example', '/\r\nset-cookie: a=b', '/#//evil']) {
      const path = returnPath(to);
      // As a browser resolves it against the address of the callback.
      const url = new URL(path, 'https://ours.example/api/v1/oidc/callback');
      expect([to, url.origin]).toEqual([to, 'https://ours.example']);
      expect(path).toMatch(/^\/console\/[!-~]*$/);
    }
  });
});
