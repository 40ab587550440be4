/** What the shipped docker-compose.yml promises the one who runs it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const Service = z.object({
  image: z.string().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string().nullable()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  stop_grace_period: z.string().optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const Compose = z.object({
  services: z.object({ app1: Service, app2: Service, postgres: Service, redis: Service, caddy: Service }).strict(),
  configs: z.object({ caddyfile: z.object({ content: z.string() }) }),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) }).nullable()),
  volumes: z.record(z.string(), z.unknown()),
});

const publicNames = `PORT HOST DATA_DIR DATABASE_URL REDIS_URL KOMMUNE PUBLIC_URL APP_SECRET SLACK_BOT_TOKEN
  SLACK_SIGNING_SECRET SLACK_APP_TOKEN SLACK_API_URL OPENAI_API_KEY OPENAI_BASE_URL OPENAI_MODEL SMTP_URL OIDC_ISSUER
  OIDC_CLIENT_ID OIDC_CLIENT_SECRET`.split(/\s+/);

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(root, 'docker-compose.yml'), 'utf8');
const { services, configs, networks, volumes } = Compose.parse(parse(text, { merge: true }));
const { app1, app2, postgres, redis, caddy } = services;

/** The value that follows an option in a command line. */
const option = (command: readonly string[], name: string) => command[command.indexOf(name) + 1];

describe('docker-compose.yml', () => {
  it('runs two processes that differ in nothing but where they keep their files', () => {
    expect({ ...app1, volumes: [] }).toEqual({ ...app2, volumes: [] });
    expect(app1.volumes).not.toEqual(app2.volumes);
    expect([...app1.volumes, ...app2.volumes].every((volume) => volume.endsWith(':/data'))).toBe(true);
    expect(app1.environment.DATA_DIR).toBe('/data');
  });

  it('gives a process as little power as it needs, and time to stop', () => {
    expect(app1.read_only).toBe(true);
    expect(app1.tmpfs[0]).toMatch(/^\/tmp/);
    expect(app1.cap_drop).toEqual(['ALL']);
    expect(app1.security_opt).toEqual(['no-new-privileges:true']);
    expect(app1.stop_grace_period).toBe('20s');
  });

  it.each([['KOMMUNE'], ['PUBLIC_URL'], ['APP_SECRET'], ['POSTGRES_PASSWORD']])('does not start without %s', (name) => {
    const asked = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)].filter(([, asking]) => asking === name);

    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(([, , rest]) => rest?.startsWith(':?'))).toBe(true);
  });

  it('holds no secret of its own', () => {
    expect(postgres.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(app1.environment.APP_SECRET).toMatch(/^\$\{APP_SECRET:\?/);
    expect(app1.environment.DATABASE_URL).toContain('indgang:$' + '{POSTGRES_PASSWORD:?');
  });

  it('sets only variables that the application knows', () => {
    const unknown = Object.keys(app1.environment).filter((name) => ![...publicNames, 'NODE_ENV'].includes(name));

    expect(unknown).toEqual([]);
    expect(app1.environment.NODE_ENV).toBe('production');
  });

  it('keeps what Redis and Postgres were told', () => {
    expect(option(redis.command, '--appendonly')).toBe('yes');
    expect(option(redis.command, '--maxmemory-policy')).toBe('noeviction');
    expect(redis.image).toMatch(/^redis:7/);
    expect(redis.volumes).toEqual(['redis-data:/data']);
    expect(postgres.image).toMatch(/^postgres:17/);
    expect(postgres.volumes).toEqual(['postgres-data:/var/lib/postgresql/data']);
    expect(postgres.command.join(' ')).not.toMatch(/fsync|synchronous_commit/);
    expect([redis.healthcheck?.test[1], postgres.healthcheck?.test[1]]).toEqual(['redis-cli', 'pg_isready']);
  });

  it('lets nobody in but through Caddy', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports.length > 0);

    expect(published.map(([name]) => name)).toEqual(['caddy']);
    expect(networks.inside?.internal).toBe(true);
    expect([postgres.networks, redis.networks]).toEqual([['inside'], ['inside']]);
    expect(configs.caddyfile.content).toContain('reverse_proxy app1:3000 app2:3000');
    expect(caddy.volumes).toContain('caddy-data:/data');
  });

  it('declares every volume that it mounts', () => {
    const mounted = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(':')[0]));

    expect(mounted.toSorted()).toEqual(Object.keys(volumes).toSorted());
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync(resolve(root, 'Dockerfile'), 'utf8').split('\n');
  const node = z.object({ devDependencies: z.object({ node: z.string() }) });
  const manifest = node.parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')));

  it('runs on the Node that the tests ran on', () => {
    const images = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);

    expect(new Set(images)).toEqual(new Set([`node:${manifest.devDependencies.node}-bookworm-slim`]));
  });

  it('runs the server itself, as nobody special', () => {
    expect(lines).toContain('USER node');
    expect(lines).toContain('STOPSIGNAL SIGTERM');
    expect(lines).toContain('CMD ["node", "src/main.ts"]');
  });
});
