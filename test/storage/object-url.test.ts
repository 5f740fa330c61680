import { describe, expect, it } from 'vitest';
import { PolyprismError } from '../../src/model/issue.ts';
import {
  below,
  isFilePath,
  isObjectUrl,
  objectUrlText,
  parseObjectUrl,
} from '../../src/storage/object-url.ts';

function refusalOf(text: string): string {
  try {
    parseObjectUrl(text);
    return 'none';
  } catch (error) {
    return error instanceof PolyprismError ? error.message : 'another';
  }
}

describe('an address of an object', () => {
  it.each([
    ['s3://case/a.csv', 'case', 'a.csv'],
    ['S3://case-17.example/a b/+%20%/中文?x#y.csv', 'case-17.example', 'a b/+%20%/中文?x#y.csv'],
    ['s3://case/', 'case', ''],
    ['s3://case', 'case', ''],
    ['s3://case/a//b/', 'case', 'a//b/'],
    ['s3://case/..a/b..', 'case', '..a/b..'],
  ])('%s has its key as it stands there', (text, bucket, key) => {
    expect(parseObjectUrl(text)).toEqual({ bucket, key });
  });

  it.each([
    's3://id:secret@case/a',
    's3://',
    's3:///a',
    's3://.case/a',
    's3://ca se/a',
    's3://a/b',
  ])('%s is none, and nothing of it is repeated', (text) => {
    expect(refusalOf(text)).toMatch(/^s3\.bad_url: /);
    expect(refusalOf(text)).not.toContain('secret');
  });

  it.each(['s3://case/..', 's3://case/a/../../other/b', 's3://case/./a', 's3://case/a\nb'])(
    '%j leads elsewhere',
    (text) => expect(refusalOf(text)).toMatch(/s3\.bad_name: /),
  );

  it('has a key of 1,024 bytes at most', () => {
    expect(refusalOf(`s3://case/${'中'.repeat(341)}x`)).toBe('none');
    expect(refusalOf(`s3://case/${'中'.repeat(341)}xy`)).toMatch(/s3\.bad_name: /);
  });

  it('is told from paths and other addresses', () => {
    expect(['s3://a', 'S3://a', 's3:/a', './s3://a', 'https://a'].map(isObjectUrl)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

it('what lies below a folder, whether its key ends with a slash or not', () => {
  const texts = ['s3://case/a', 's3://case/a/', 's3://case'].map((text) =>
    objectUrlText(below(parseObjectUrl(text), 'b/c')),
  );
  expect(texts).toEqual(['s3://case/a/b/c', 's3://case/a/b/c', 's3://case/b/c']);
});

it('a key is the path of a file only where every part of it is a name', () => {
  const paths = ['a', 'a/b c', 'a//b', '/a', 'a/', '', '../a', 'a/..', 'a/./b', 'a\0'];
  expect(paths.filter(isFilePath)).toEqual(['a', 'a/b c']);
});
