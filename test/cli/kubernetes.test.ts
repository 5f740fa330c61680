import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { patience_ms, serveCommand } from '../../src/cli/commands/serve.ts';
import { defaultConfig } from '../../src/server/config.ts';
import { healthRead, readinessRead } from '../../src/server/contract/health.ts';
import { isOwnHost } from '../../src/server/http/own-hosts.ts';
import { patience_ms as step_patience_ms } from '../../src/store/migrate.ts';
import { root } from '../tidy/repository.ts';

const probe = z.strictObject({
  httpGet: z.strictObject({
    path: z.string(),
    port: z.literal('http'),
    httpHeaders: z.tuple([z.strictObject({ name: z.literal('Host'), value: z.string() })]),
  }),
  periodSeconds: z.int(),
  timeoutSeconds: z.int().optional(),
  failureThreshold: z.int().default(3),
});

const labels = z.strictObject({ app: z.string() });
const metadata = z.strictObject({ name: z.string(), labels: labels.optional() });
const selector = z.strictObject({ matchLabels: labels });

const container = z.strictObject({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()),
  env: z.array(
    z.strictObject({
      name: z.string(),
      valueFrom: z.strictObject({
        secretKeyRef: z.strictObject({ name: z.string(), key: z.string() }),
      }),
    }),
  ),
  ports: z.tuple([z.strictObject({ name: z.literal('http'), containerPort: z.int() })]),
  startupProbe: probe,
  readinessProbe: probe,
  livenessProbe: probe,
  lifecycle: z.strictObject({
    preStop: z.strictObject({
      exec: z.strictObject({ command: z.tuple([z.literal('sleep'), z.string()]) }),
    }),
  }),
  resources: z.looseObject({}),
  securityContext: z.looseObject({}),
  volumeMounts: z.array(z.strictObject({ name: z.string(), mountPath: z.string() })),
});

const deployment = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata,
  spec: z.strictObject({
    replicas: z.int(),
    selector,
    strategy: z.strictObject({
      type: z.literal('RollingUpdate'),
      rollingUpdate: z.strictObject({ maxSurge: z.int(), maxUnavailable: z.int() }),
    }),
    template: z.strictObject({
      metadata: z.strictObject({ labels }),
      spec: z.strictObject({
        terminationGracePeriodSeconds: z.int(),
        securityContext: z.looseObject({}),
        containers: z.tuple([container]),
        volumes: z.tuple([
          z.strictObject({
            name: z.string(),
            persistentVolumeClaim: z.strictObject({ claimName: z.string() }),
          }),
          z.strictObject({ name: z.string(), emptyDir: z.strictObject({}) }),
        ]),
      }),
    }),
  }),
});

const service = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata,
  spec: z.strictObject({
    selector: labels,
    ports: z.array(
      z.strictObject({ name: z.string(), port: z.int(), targetPort: z.literal('http') }),
    ),
  }),
});

const claim = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('PersistentVolumeClaim'),
  metadata,
  spec: z.strictObject({
    accessModes: z.tuple([z.literal('ReadWriteMany')]),
    resources: z.looseObject({}),
  }),
});

const budget = z.strictObject({
  apiVersion: z.literal('policy/v1'),
  kind: z.literal('PodDisruptionBudget'),
  metadata,
  spec: z.strictObject({ minAvailable: z.int(), selector }),
});

const secret = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Secret'),
  metadata,
  stringData: z.record(z.string(), z.string()),
});

function documentsOf(name: string): unknown[] {
  const text = readFileSync(join(root, 'examples', 'kubernetes', name), 'utf8');
  return parseAllDocuments(text).map((one) => {
    expect(one.errors).toEqual([]);
    return one.toJS() as unknown;
  });
}

const [first, ...rest] = documentsOf('polyprism.yaml');
const whole = deployment.parse(first);
const [ours, storage, disruption] = z.tuple([service, claim, budget]).parse(rest);
const [secrets] = z.tuple([secret]).parse(documentsOf('secret.yaml'));
const pod = whole.spec.template.spec;
const [server] = pod.containers;

it('starts the program with flags it has, on the port and folder that are given to it', () => {
  const [name, ...flags] = server.args;
  const command = serveCommand('en').action(() => undefined);
  expect(name).toBe(command.name());
  const asked = command.exitOverride().parse(flags, { from: 'user' }).opts();
  expect(command.args).toEqual([]);
  expect(asked['port']).toBe(server.ports[0].containerPort);
  const [workspace] = pod.volumes;
  expect(server.volumeMounts).toContainEqual({
    name: workspace.name,
    mountPath: asked['workspace'],
  });
  expect(workspace.persistentVolumeClaim.claimName).toBe(storage.metadata.name);
  const config = { ...defaultConfig, host: String(asked['host']) };
  for (const { httpGet } of [server.startupProbe, server.readinessProbe, server.livenessProbe]) {
    expect(isOwnHost(httpGet.httpHeaders[0].value, config)).toBe(true);
  }
});

it('asks the routes that say how a server is', () => {
  expect(server.startupProbe.httpGet.path).toBe(readinessRead.path);
  expect(server.readinessProbe.httpGet.path).toBe(readinessRead.path);
  expect(server.livenessProbe.httpGet.path).toBe(healthRead.path);
});

it('gives it the variables that it reads, from the secret that is there', () => {
  const sources = ['src/cli/commands/serve.ts', 'src/cli/serve/oidc-from.ts']
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('');
  for (const { name, valueFrom } of server.env) {
    expect(sources).toContain(`'${name}'`);
    expect(valueFrom.secretKeyRef.name).toBe(secrets.metadata.name);
    expect(secrets.stringData).toHaveProperty([valueFrom.secretKeyRef.key]);
  }
});

it('lets a start wait for a step, and an end for requests', () => {
  const { periodSeconds, failureThreshold } = server.startupProbe;
  expect(periodSeconds * failureThreshold * 1_000).toBeGreaterThan(step_patience_ms);
  const before_ms = Number(server.lifecycle.preStop.exec.command[1]) * 1_000;
  expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(before_ms + patience_ms);
});

it('has more than one server, all behind one service, and one at least at any time', () => {
  expect(whole.spec.replicas).toBeGreaterThan(1);
  expect(whole.spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
  expect(disruption.spec.minAvailable).toBeLessThan(whole.spec.replicas);
  const { labels: own } = whole.spec.template.metadata;
  expect(whole.spec.selector.matchLabels).toEqual(own);
  expect(ours.spec.selector).toEqual(own);
  expect(disruption.spec.selector.matchLabels).toEqual(own);
});
