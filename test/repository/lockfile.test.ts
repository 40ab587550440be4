/** What makes `npm ci` work on every platform and give everybody the same versions. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const Names = z.record(z.string(), z.string()).default({});
const Locked = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  optionalDependencies: Names,
});
const Lockfile = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), Locked) });
const Manifest = z.object({ dependencies: Names, devDependencies: Names, overrides: Names });

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
const folders = ['.', 'test/peers'].filter((folder) => existsSync(resolve(root, folder, 'package-lock.json')));

/** Where Node would look for `name` from inside the package at `from`, nearest first. */
function placesFor(name: string, from: string): readonly string[] {
  const parts = from === '' ? [] : from.split('/node_modules/');
  return [
    ...parts.map((_, n) => `${parts.slice(0, parts.length - n).join('/node_modules/')}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
}

describe.each(folders)('the lockfile in %s', (folder) => {
  const { packages, lockfileVersion } = Lockfile.parse(read(`${folder}/package-lock.json`));
  const { dependencies, devDependencies, overrides } = Manifest.parse(read(`${folder}/package.json`));
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  it("holds every platform's optional package", () => {
    const missing = installed.flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesFor(name, path).some((place) => place in packages))
        .map((name) => `${name}, wanted by ${path}`),
    );

    expect(lockfileVersion).toBe(3);
    expect(missing).toEqual([]);
  });

  it('names no host to download from', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('knows the content of every package', () => {
    const unsigned = installed.filter(([, { integrity, link, inBundle }]) => !(integrity || link || inBundle));

    expect(unsigned.map(([path]) => path)).toEqual([]);
  });

  it('is for direct dependencies that are pinned exactly', () => {
    const pins = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    const loose = pins.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    const drifted = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
    );

    expect(loose).toEqual([]);
    expect(drifted).toEqual([]);
  });
});
