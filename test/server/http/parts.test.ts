import { describe, expect, it } from 'vitest';
import { clientAddress, isNetwork, isWithin } from '../../../src/server/http/client-address.ts';
import { eventStream, eventText } from '../../../src/server/http/event-stream.ts';
import { languageOf } from '../../../src/server/http/language-of.ts';
import { isOwnHost } from '../../../src/server/http/own-hosts.ts';
import { isSameOrigin } from '../../../src/server/http/same-origin.ts';
import { tokenBuckets } from '../../../src/server/http/token-bucket.ts';
import { defaultConfig } from '../../../src/server/config.ts';

describe('client address', () => {
  it.each([
    ['10.0.0.1', undefined, [], '10.0.0.1'],
    ['10.0.0.1', '203.0.113.9', [], '10.0.0.1'],
    ['10.0.0.1', '203.0.113.9', ['10.0.0.0/8'], '203.0.113.9'],
    ['10.0.0.1', '1.2.3.4, 203.0.113.9', ['10.0.0.0/8'], '203.0.113.9'],
    ['10.0.0.1', '203.0.113.9, 10.9.9.9', ['10.0.0.0/8'], '203.0.113.9'],
    ['10.0.0.1', 'nonsense, 10.9.9.9', ['10.0.0.0/8'], '10.9.9.9'],
    ['::ffff:10.0.0.1', '203.0.113.9', ['10.0.0.1'], '203.0.113.9'],
    ['::1', '2001:db8::5', ['::1'], '2001:db8::5'],
  ])('of peer %s forwarded for %s by %j is %s', (peer, forwarded, trusted, address) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(address);
  });

  it('is within networks of its own kind', () => {
    expect(isWithin('127.0.0.9', ['127.0.0.0/8'])).toBe(true);
    expect(isWithin('128.0.0.1', ['127.0.0.0/8', '::1'])).toBe(false);
    expect(['10.0.0.1', '::1', '10.0.0.0/8', '::/0'].every(isNetwork)).toBe(true);
    expect(['', '10.0.0.0/33', 'proxy', '10.0.0/8x'].some(isNetwork)).toBe(false);
    expect(isWithin('nonsense', ['0.0.0.0/0'])).toBe(false);
  });
});

describe('token buckets', () => {
  it('give a burst, then as many as time brings', () => {
    const buckets = tokenBuckets({ burst: 2, per_second: 1 }, 10);
    const waits = [0, 0, 0, 500, 1_000, 1_000].map((at) => buckets.take('a', at));
    expect(waits).toEqual([0, 0, 1, 1, 0, 1]);
    expect(buckets.take('b', 1_000)).toBe(0);
  });

  it('remember so many keys, the one longest unused first forgotten', () => {
    const buckets = tokenBuckets({ burst: 1, per_second: 0.001 }, 2);
    for (const key of ['a', 'b', 'c']) expect(buckets.take(key, 0)).toBe(0);
    expect(buckets.take('c', 0)).toBeGreaterThan(0);
    expect(buckets.take('a', 0)).toBe(0);
  });

  it('do not go backwards with the clock', () => {
    const buckets = tokenBuckets({ burst: 1, per_second: 1 }, 2);
    expect([buckets.take('a', 5_000), buckets.take('a', 0)]).toEqual([0, 1]);
  });
});

describe('language', () => {
  it.each([
    ['', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['zh, en', 'zh'],
    ['en;q=0.9, zh;q=0.8', 'en'],
    ['en;q=nonsense, zh;q=0.1', 'zh'],
    ['en;q=7, zh;q=0.1', 'zh'],
  ] as const)('of %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('origin and host', () => {
  it('are ours or not', () => {
    const own = 'http://127.0.0.1:1';
    expect(isSameOrigin(new Headers({ origin: own }), own)).toBe(true);
    expect(isSameOrigin(new Headers({ origin: 'null' }), own)).toBe(false);
    expect(isSameOrigin(new Headers({ 'sec-fetch-site': 'same-origin' }), own)).toBe(true);
    expect(isSameOrigin(new Headers({ 'sec-fetch-site': 'cross-site' }), own)).toBe(false);
    expect(isSameOrigin(new Headers(), own)).toBe(false);
    const config = { ...defaultConfig, public_url: 'https://pp.example' };
    const hosts = ['pp.example', 'PP.example', 'localhost:9', '[::1]:9', 'evil.test', ''];
    expect(hosts.map((host) => isOwnHost(host, config))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('events', () => {
  it('are written as the HTML standard says', () => {
    expect(eventText({ id: '7', event: 'step', data: { a: 'x\ny' } })).toBe(
      'id: 7\nevent: step\ndata: {"a":"x\\ny"}\n\n',
    );
  });

  it('end when the server stops', async () => {
    const stop = new AbortController();
    const stream = eventStream(async function* (signal) {
      yield { id: '1', event: 'a', data: 1 };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    }, stop.signal);
    setTimeout(() => stop.abort(), 10);
    expect(await new Response(stream).text()).toBe('retry: 3000\n\nid: 1\nevent: a\ndata: 1\n\n');
  });
});
