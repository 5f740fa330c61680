import { describe, expect, it } from 'vitest';
import { parseDatabaseUrl } from '../../src/intake/live/database-url.ts';
import { allowedAddress } from '../../src/server/connectors/allowed-address.ts';
import { pinnedAddress } from '../../src/server/connectors/pinned-address.ts';

const text = 'mysql://reader:p%40ss@db.example:3306/mall?ssl=true';

async function pinned(...addresses: readonly string[]): Promise<string> {
  const answer = pinnedAddress(text, parseDatabaseUrl(text), async () => addresses);
  return await answer.then(
    (url) => url,
    (error: { issue: { code: string } }) => error.issue.code,
  );
}

describe('the database of a connector', () => {
  it('is read at the address that was looked at, under the name that was typed', async () => {
    const url = await pinned('10.1.2.3', '10.1.2.4');
    expect(url).toBe(`${text}&address=10.1.2.3`);
    expect(parseDatabaseUrl(url)).toMatchObject({
      name: 'mysql://db.example:3306/mall',
      host: 'db.example',
      address: '10.1.2.3',
      password: 'p@ss',
      ssl: true,
    });
  });

  it('is asked for once: what the name says afterwards does not count', async () => {
    const told = [['10.1.2.3'], ['169.254.169.254']];
    let asked = 0;
    const url = await pinnedAddress(text, parseDatabaseUrl(text), async () => told[asked++] ?? []);
    expect([parseDatabaseUrl(url).address, asked]).toEqual(['10.1.2.3', 1]);
  });

  it.each([
    '169.254.169.254',
    'fe80::1',
    '0.0.0.0',
    '::',
    '255.255.255.255',
    '224.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    '168.63.129.16',
    'fe80::1%eth0',
  ])('is never at %s, not even as one address of several', async (address) => {
    expect(await pinned('10.1.2.3', address)).toBe('connector.not_allowed');
  });

  it.each(['10.0.0.1', '192.168.1.1', '127.0.0.1', '8.8.8.8', 'fd00::1', '2001:4860::8888'])(
    'may be at %s',
    async (address) => {
      expect(parseDatabaseUrl(await pinned(address)).address).toBe(address);
    },
  );

  it('cannot be told which address to take, past the list', () => {
    expect(() => allowedAddress(`${text}&address=10.9.9.9`, ['db.example:3306'])).toThrow(
      expect.objectContaining({
        issue: expect.objectContaining({ code: 'connector.not_allowed' }),
      }),
    );
    expect(allowedAddress(text, ['db.example:3306']).host).toBe('db.example');
  });

  it('is said not to be there where the name has no address', async () => {
    expect(await pinned()).toBe('live.unreachable');
  });
});
