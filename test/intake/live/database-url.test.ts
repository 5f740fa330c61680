import { describe, expect, it } from 'vitest';
import { parseDatabaseUrl } from '../../../src/intake/live/database-url.ts';
import { liveSource } from '../../../src/intake/live/live-source.ts';
import { liveError } from '../../../src/intake/live/live-error.ts';

describe('database addresses', () => {
  it.each([
    ['mysql://u:s%40cret@db.example:3307/mall', 'mysql://db.example:3307/mall', 's@cret'],
    ['MARIADB://u:secret@db.example/mall', 'mysql://db.example:3306/mall', 'secret'],
    ['postgresql://u:secret@[::1]/mall', 'postgres://[::1]:5432/mall', 'secret'],
    ['postgres://u@h/%E5%95%86%E5%9F%8E', 'postgres://h:5432/商城', ''],
    ['mysql://u:secret@h/mall?socket=/run/s&ssl=true', 'mysql://localhost/mall', 'secret'],
  ])('%s is shown as %s', (address, name, password) => {
    const url = parseDatabaseUrl(address);
    expect(url).toMatchObject({ name, password });
    expect(url.name).not.toContain('secret');
  });

  it.each([
    ['', false],
    ['?ssl=true', true],
    ['?ssl=1', true],
    ['?ssl=false', false],
    ['?sslmode=require', true],
    ['?sslmode=disable', false],
  ])('with %j are encrypted: %s', (query, ssl) => {
    expect(parseDatabaseUrl(`postgres://h/d${query}`).ssl).toBe(ssl);
  });

  it('are told from paths', () => {
    expect(liveSource('mysql.sql')).toBeNull();
    expect(liveSource('/data/postgres')).toBeNull();
    expect(liveSource('mysql://h/d')?.format).toBe('mysql-live');
    expect(liveSource('mariadb://h/d')?.format).toBe('mysql-live');
    expect(liveSource('postgresql://h/d')?.format).toBe('postgres-live');
  });

  it('never let a password into an error, even where the driver quotes it', () => {
    const url = parseDatabaseUrl('mysql://u:hunter2@h/d');
    const error = liveError(new Error('bad handshake with hunter2'), url);
    expect(String(error)).toContain('bad handshake with ***');
  });
});
