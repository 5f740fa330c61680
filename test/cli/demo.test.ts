import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/server/client.ts';
import type { Client } from '../../src/server/client.ts';
import { demoFaces } from '../../src/server/contract/demo.ts';
import { alertsList } from '../../src/server/contract/alerts.ts';
import { publicProposals } from '../../src/server/contract/editions.ts';
import { findingsList } from '../../src/server/contract/findings.ts';
import { mattersList } from '../../src/server/contract/matters.ts';
import { proposalsOpinions } from '../../src/server/contract/proposals.ts';
import { sessionRead } from '../../src/server/contract/session.ts';
import { root } from '../tidy/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-demo-'));
// For root, the database runs as another user, who has to pass.
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the demonstration and waits for the line that says where it is. */
async function started(): Promise<{ child: ChildProcess; url: string }> {
  const main = join(root, 'src', 'cli', 'main.ts');
  const args = [main, 'demo', '--port', '0', '--out', folder, '--lang', 'zh', '--json'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, files, ...other } = JSON.parse(line) as { url: string; files: string[] };
    expect({ other, files: files?.length }).toEqual({ other: {}, files: 10 });
    return { child, url };
  }
  throw new Error('the demonstration ended before it said where it is');
}

async function stopped(child: ChildProcess): Promise<number | null> {
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Signs in as one of the faces, as the console does. */
async function as(url: string, user_id: string): Promise<Client> {
  const { origin } = new URL(url);
  const entered = await fetch(new URL('/api/v1/demo/session', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ user_id }),
  });
  expect(entered.status).toBe(201);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return createClient(origin, () => ({ cookie, origin }));
}

async function titles(call: Client): Promise<string[]> {
  const page = await call(mattersList, { query: {} });
  expect.assert(page.ok);
  return page.body.items.map(({ kind, status }) => `${kind} ${status}`).toSorted();
}

/** It inspects twice what takes some seconds each on a quiet machine. */
describe('demo', { timeout: 600_000 }, () => {
  it('opens a console in which casework is alive, for five parties', async () => {
    const { child, url } = await started();
    try {
      const faces = await createClient(url)(demoFaces, {});
      expect.assert(faces.ok);
      const parties = new Set(faces.body.items.map(({ party }) => party));
      expect([...parties].toSorted()).toEqual(
        ['association', 'consumer', 'operator', 'platform', 'regulator'].toSorted(),
      );
      const li = await as(url, 'demo-li');
      const me = await li(sessionRead, {});
      expect(me.ok && [me.body.tenant_id, me.body.party]).toEqual(['demo-regulator', 'regulator']);
      // By the stories: who takes part in what, and how far it has come.
      expect(await titles(li)).toEqual([
        'case investigating',
        'case served',
        'complaint accepted',
        'complaint closed',
        'complaint mediating',
        'complaint received',
        'complaint received',
        'draw listed',
        'order issued',
        'order issued',
        'order reported',
        'recall running',
        'report case_opened',
      ]);
      expect(await titles(await as(url, 'demo-qian'))).toEqual([
        'appeal received',
        'case served',
        'complaint accepted',
        'complaint closed',
        'complaint mediating',
        'measure decided',
        'order issued',
        'recall running',
      ]);
      expect(await titles(await as(url, 'demo-lin'))).toEqual([
        'complaint accepted',
        'complaint closed',
        'complaint mediating',
        'complaint received',
        'complaint received',
      ]);
      const own = await (await as(url, 'demo-qian'))(findingsList, { query: { limit: 1 } });
      expect(own.ok && own.body.items.map(({ platform_id }) => platform_id)).toEqual(['demo-fair']);
      // Two lines of members and two listings raised an alert, of which one each was mended.
      const wu = await as(url, 'demo-wu');
      const alerts = async (): Promise<string[]> => {
        const page = await wu(alertsList, { query: {} });
        expect.assert(page.ok);
        const told = page.body.items.map(({ subject, cleared }) => `${subject.id} ${!cleared}`);
        return told.toSorted();
      };
      // Answered once durable, judged soon after.
      const standing = ['L-901 true', 'L-902 false', 'm-1 false', 'n-1 true'];
      await expect.poll(alerts, { timeout: 60_000 }).toEqual(standing);
      const out = await createClient(url)(publicProposals, { query: {} });
      expect(out.ok && out.body.items.map(({ status }) => status)).toEqual(['out_for_comment']);
      const proposal_id = out.ok ? (out.body.items[0]?.id ?? '') : '';
      const zhao = await as(url, 'demo-zhao');
      const opinions = await zhao(proposalsOpinions, { params: { proposal_id }, query: {} });
      expect(opinions.ok && opinions.body.items.length).toBe(2);
      const published = await fetch(new URL('/public/zh/decisions', url));
      expect(await published.text()).toContain('山野洗护用品店');
    } finally {
      expect(await stopped(child)).toBe(0);
    }
    expect(readdirSync(folder)).toContain('report.html');
  });

  it('starts again with what was done in it', async () => {
    const { child, url } = await started();
    try {
      expect((await titles(await as(url, 'demo-lin'))).length).toBe(5);
    } finally {
      expect(await stopped(child)).toBe(0);
    }
  });
});
