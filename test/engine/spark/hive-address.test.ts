import { describe, expect, it } from 'vitest';
import { parseHiveAddress } from '../../../src/engine/spark/hive-address.ts';

describe('an address of a HiveServer2', () => {
  it('is what JDBC takes, with or without jdbc:', () => {
    expect(parseHiveAddress('hive2://spark.example')).toEqual({
      name: 'hive2://spark.example:10000/default',
      host: 'spark.example',
      port: 10_000,
      database: 'default',
      user: 'anonymous',
      password: 'anonymous',
      transport: 'sasl',
      http_path: 'cliservice',
      tls: false,
      settings: {},
    });
    const gateway =
      'jdbc:kyuubi://u:p%40ss@[::1]:443/db1;transportMode=http;httpPath=gate/way;ssl=true' +
      '?spark.a=1;spark.b=x%3By#kyuubi.c=2';
    expect(parseHiveAddress(gateway)).toEqual({
      name: 'hive2://[::1]:443/db1',
      host: '::1',
      port: 443,
      database: 'db1',
      user: 'u',
      password: 'p@ss',
      transport: 'http',
      http_path: 'gate/way',
      tls: true,
      settings: { 'spark.a': '1', 'spark.b': 'x;y', 'kyuubi.c': '2' },
    });
    const named = parseHiveAddress('hive2://h:80/;user=a;password=b=c;auth=noSasl');
    expect(named).toMatchObject({ port: 80, user: 'a', password: 'b=c', transport: 'plain' });
  });

  it.each([
    'spark.example:10000',
    'https://spark.example',
    'hive2://',
    'hive2://h:99999',
    'hive2://h;auth=kerberos',
    'hive2://h;principal=x',
    'hive2://h;transportMode=zookeeper',
    'hive2://a:1,b:2',
    'hive2://h?x',
    'hive2://h;user=%',
  ])('%s is none', (text) => {
    expect(() => parseHiveAddress(text)).toThrow('spark.bad_url');
  });
});
