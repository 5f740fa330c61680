import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/intake/input/format.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const zipEntry = (name: string): string =>
  `PK\x03\x04${'\0'.repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}`;

describe('detectFormat', () => {
  it.each([
    ['a.sql', 'CREATE TABLE `t` (\n', 'mysql-dump'],
    ['a', '-- MySQL dump 10.13\n--\nDROP TABLE IF EXISTS `t`;\n', 'mysql-dump'],
    ['a', '\xef\xbb\xbf/*\n Navicat\n*/\n\nSET NAMES utf8mb4;\n', 'mysql-dump'],
    ['a.txt', 'insert into t values (1);', 'mysql-dump'],
    ['a.sql', 'mysqldump: [Warning] Using a password\n-- MySQL dump\n', 'mysql-dump'],
    ['a.sql', "INSERT INTO t VALUES ('\0\x01');", 'mysql-dump'],
    ['a.csv', 'id,note\n1,"first\nINSERT INTO t"\n', 'csv'],
    ['a.csv', 'id;name\n1;x\n', 'csv'],
    ['a.csv', 'id\n1\n', 'csv'],
    ['a.csv', 'id\tname\n', 'tsv'],
    ['a.txt', 'id\tname\n', 'tsv'],
    ['a.dat', 'id,name\n', 'csv'],
    ['a.xls', 'id\tname\n', 'tsv'],
    ['a.csv', '\xb6\xa9\xb5\xa5\xb1\xe0\xba\xc5,\xc2\xf2\xbc\xd2\n', 'csv'],
    ['a.json', '{"a":1,\n"b":2}', 'json'],
    ['a.txt', ' \n[ {"a":1}]', 'json'],
    ['a.json', '[]', 'json'],
    ['a.json', '{"a":1}\n{"a":2}\n', 'ndjson'],
    ['a.jsonl', '{"a":1}\r\n\r\n{"a":2}', 'ndjson'],
    ['a.bin', 'PAR1\x15\0', 'parquet'],
    ['a.bin', '\x1f\x8b\x08\0', 'gzip'],
    ['a.zip', zipEntry('dir/dump.sql'), 'zip'],
    ['a.zip', `PK\x05\x06${'\0'.repeat(18)}`, 'zip'],
    ['a.zip', zipEntry('[Content_Types].xml'), 'xlsx'],
    ['a', zipEntry('xl/workbook.xml'), 'xlsx'],
    ['a.docx', zipEntry('[Content_Types].xml') + zipEntry('word/document.xml'), 'other'],
    ['a.db', 'SQLite format 3\0', 'sqlite'],
    ['a.dump', 'PGDMP\x01\x0e', 'postgres-dump'],
    ['a.sql', '--\n-- PostgreSQL database dump\n--\n', 'postgres-dump'],
    ['a.sql', 'SET x = 1;\nCOPY public.t (id, n) FROM stdin;\n1\ta\n', 'postgres-dump'],
    ['a.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'xls'],
    ['a.xls', '<html><table>', 'html'],
    ['a.rar', 'Rar!\x1a\x07\x01\0', 'packed'],
    ['a.7z', '7z\xbc\xaf\x27\x1c', 'packed'],
    ['a.tar', `dump.sql${'\0'.repeat(249)}ustar\0`, 'packed'],
    ['a.bz2', 'BZh91AY', 'packed'],
    ['a.csv', '\x89PNG\r\n\x1a\n\0\0\0', 'other'],
    ['a.jpg', '\xff\xd8\xff\xe0', 'other'],
    ['a.pdf', '%PDF-1.4', 'other'],
    ['README.md', 'a, b, c\n', 'other'],
    ['notes', 'hello\n', 'other'],
    ['a.html', '<html>', 'other'],
    ['a.sql', '', 'empty'],
    ['a.csv', ' \n\n', 'empty'],
  ])('%s %j: %s', (name, text, format) => {
    expect(detectFormat(name, latin(text))).toBe(format);
  });

  it('sees through UTF-16', () => {
    expect(detectFormat('a.txt', utf16('订单编号\t买家\n'))).toBe('tsv');
    expect(detectFormat('a.csv', utf16('id,name\n'))).toBe('csv');
    expect(detectFormat('a.sql', utf16('CREATE TABLE t (id int);'))).toBe('mysql-dump');
  });
});
