import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { requestUrl } from '../../src/storage/request-url.ts';
import { openStorage } from '../../src/storage/storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-profile-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [config, keys] = [join(folder, 'config'), join(folder, 'credentials')];
writeFileSync(
  config,
  `# of the office
[default]
region = eu-west-1
[profile lab]
region=cn-north-1
endpoint_url = https://store.lab.example/s3
s3 =
  addressing_style = virtual
  max_concurrent_requests = 20
output = json
`,
);
writeFileSync(
  keys,
  `[default]
aws_access_key_id = D
aws_secret_access_key = d=/+
[lab]
aws_access_key_id = L
aws_secret_access_key = l
aws_session_token = t
`,
);
const files = { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: keys };
const nothing = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };

describe('storage', () => {
  it('is that of Amazon, unsigned, where nothing is said', async () => {
    expect(await openStorage(nothing)).toEqual({
      endpoint: null,
      region: 'us-east-1',
      bucket_in_host: true,
      credentials: null,
    });
  });

  it('is what the default profile says', async () => {
    expect(await openStorage(files)).toMatchObject({
      region: 'eu-west-1',
      credentials: { access_key_id: 'D', secret_access_key: 'd=/+', session_token: null },
    });
  });

  it('is what the named profile says', async () => {
    const lab = await openStorage({ ...files, AWS_PROFILE: 'lab' });
    expect(lab).toMatchObject({
      region: 'cn-north-1',
      bucket_in_host: true,
      credentials: { access_key_id: 'L', secret_access_key: 'l', session_token: 't' },
    });
    expect(lab.endpoint?.href).toBe('https://store.lab.example/s3');
  });

  it('is what the environment says before any file', async () => {
    const said = await openStorage({
      ...files,
      AWS_ACCESS_KEY_ID: 'E',
      AWS_SECRET_ACCESS_KEY: 'e',
      AWS_REGION: 'us-west-2',
      AWS_DEFAULT_REGION: 'us-west-1',
      AWS_ENDPOINT_URL: 'https://all.example',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9000',
    });
    expect(said).toMatchObject({
      region: 'us-west-2',
      bucket_in_host: false,
      credentials: { access_key_id: 'E', secret_access_key: 'e', session_token: null },
    });
    expect(said.endpoint?.href).toBe('http://127.0.0.1:9000/');
  });

  it('is refused where the profile is not there', async () => {
    const asked = openStorage({ ...files, AWS_PROFILE: 'nobody' });
    await expect(asked).rejects.toThrow(/^s3\.no_profile: .* nobody\./);
  });

  it.each(['ftp://x', 'store.example', 'https://me:pass@x', 'https://x/?a=pass', 'https://x/#b'])(
    'is refused at %s, of which nothing is repeated',
    async (endpoint) => {
      const asked = openStorage({ ...nothing, AWS_ENDPOINT_URL_S3: endpoint });
      await expect(asked).rejects.toThrow(/^s3\.bad_endpoint: (?!.*pass@)/);
    },
  );
});

describe('an object is asked for', () => {
  const object = { bucket: 'case', key: "a b/中+%'(1)*?.csv" };
  const encoded = 'a%20b/%E4%B8%AD%2B%25%27%281%29%2A%3F.csv';

  it.each([
    [{}, `https://case.s3.us-east-1.amazonaws.com/${encoded}`],
    [{ AWS_REGION: 'cn-north-1' }, `https://case.s3.cn-north-1.amazonaws.com.cn/${encoded}`],
    [{ AWS_ENDPOINT_URL_S3: 'http://x:9/' }, `http://x:9/case/${encoded}`],
    [{ ...files, AWS_PROFILE: 'lab' }, `https://case.store.lab.example/s3/${encoded}`],
  ])('%j', async (env, url) => {
    const storage = await openStorage({ ...nothing, ...env });
    expect(requestUrl(storage, object).href).toBe(url);
  });

  it('below the host where its bucket has a dot, which no certificate covers', async () => {
    const dotted = { bucket: 'case.17', key: 'a' };
    expect(requestUrl(await openStorage(nothing), dotted).href).toBe(
      'https://s3.us-east-1.amazonaws.com/case.17/a',
    );
  });
});
