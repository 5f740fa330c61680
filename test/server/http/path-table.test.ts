import { expect, it } from 'vitest';
import { pathTable } from '../../../src/server/http/path-table.ts';

const table = pathTable([
  { method: 'get', path: '/api/v1/jobs/{job_id}', value: 'one' },
  { method: 'delete', path: '/api/v1/jobs/{job_id}', value: 'end one' },
  { method: 'get', path: '/api/v1/jobs/counts', value: 'counts' },
  { method: 'post', path: '/api/v1/jobs/{job_id}/retry', value: 'retry' },
  { method: 'get', path: '/log/tile/{tile_path}', value: 'tile' },
  { method: 'get', path: '/api/v1/open.json', value: 'document' },
]);

it.each([
  ['GET', '/api/v1/jobs/7', { value: 'one', params: { job_id: '7' } }],
  ['DELETE', '/api/v1/jobs/counts', { value: 'end one', params: { job_id: 'counts' } }],
  ['GET', '/api/v1/jobs/counts', { value: 'counts', params: {} }],
  ['POST', '/api/v1/jobs/a%2Fb/retry', { value: 'retry', params: { job_id: 'a/b' } }],
  ['GET', '/api/v1/jobs/%zz', { value: 'one', params: { job_id: '%zz' } }],
  ['GET', '/log/tile/0/x001/002', { value: 'tile', params: { tile_path: '0/x001/002' } }],
  ['GET', '/api/v1/open.json', { value: 'document', params: {} }],
  ['GET', '/api/v1/jobs/7/retry', { methods: ['POST'] }],
  ['PUT', '/api/v1/jobs/counts', { methods: ['GET'] }],
  ['PUT', '/api/v1/jobs/7', { methods: ['GET', 'DELETE'] }],
  ['GET', '/api/v1/jobs/', null],
  ['GET', '/api/v1/jobs/7/', null],
  ['GET', '/api/v1/jobs', null],
  ['GET', '/api/v1/open-json', null],
  ['GET', '/log/tile/', null],
  ['GET', '', null],
])('%s %s', (method, path, found) => {
  expect(table.find(method, path)).toEqual(found);
});
