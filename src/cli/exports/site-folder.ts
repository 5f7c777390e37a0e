import { existsSync, readFileSync } from 'node:fs';
import type { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSiteServer } from '../../build/serve/index.ts';
import { basePath } from '../settings.ts';

/** A session plan as `catalogue.json` names it. */
export interface PlanEntry {
  id: string;
  title: string;
  url: string;
}

/** The plans of the finished site. Throws, in words, when there is no site yet. */
export function plansOfSite(out: string): PlanEntry[] {
  const file = join(out, 'catalogue.json');
  if (!existsSync(file)) throw new Error(`Chưa có trang trong "${out}". Hãy chạy: npm run build\nThere is no site in "${out}". Run: npm run build`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { plans: PlanEntry[] }).plans;
}

/** Serves the finished site on a port of its own while `work` goes on. */
export async function withSite<T>(out: string, work: (origin: string) => Promise<T>): Promise<T> {
  const server: ReturnType<typeof createServer> = createSiteServer({ dir: out, base: basePath() });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}
