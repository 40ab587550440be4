/** Finds the built browser files: which hashed names a page must ask for. Shared by every page that has a browser part. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Addresses of the files that one page needs. */
export interface EntryFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Scripts that the first ones import; worth asking for at once. */
  readonly imports: readonly string[];
}

export interface ClientAssets {
  /** Folder that is served under `/assets/`; every name in it holds a hash of the content. */
  readonly folder: string;
  /**
   * @param entry the page's main file seen from `adapters/`, e.g. `webchat/client/main.ts`
   * @throws Error with what to do when it has not been built
   */
  readonly files: (entry: string) => EntryFiles;
}

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof Manifest>;

const built = resolve(import.meta.dirname, '../dist/client');

function readManifest(folder: string): Manifest {
  const path = resolve(folder, '.vite/manifest.json');
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`The pages' browser files are not built (${path}). Run: npm run build`, { cause });
  }
}

function withImports(manifest: Manifest, name: string, seen: Set<string> = new Set()): Set<string> {
  for (const next of manifest[name]?.imports ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    withImports(manifest, next, seen);
  }
  return seen;
}

/**
 * Reads the list that the build leaves.
 *
 * @throws Error with what to do when nothing has been built
 */
export function clientAssets(folder: string = built): ClientAssets {
  const manifest = readManifest(folder);
  return {
    folder: resolve(folder, 'assets'),
    files: (entry) => {
      const main = manifest[entry];
      if (!main) throw new Error(`${entry} is not among the built browser files. Run: npm run build`);
      const shared = [...withImports(manifest, entry)].flatMap((name) => manifest[name] ?? []);
      return {
        scripts: [`/${main.file}`],
        styles: [...new Set([main, ...shared].flatMap(({ css }) => css ?? []))].map((file) => `/${file}`),
        imports: shared.map(({ file }) => `/${file}`),
      };
    },
  };
}
