import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Forgejo } from '../../../../tests/desk/support/forges/forgejo.ts';
import { createLink } from '../../../../tests/lab/link.ts';
import type { LinkProfile } from '../../../../tests/lab/profiles.ts';
import { writeDesk } from '../../../build/desk/index.ts';
import { openLocalDesk } from '../../../build/desk/local/index.ts';
import { siteHandler } from '../../../build/serve/index.ts';
import { contentDir, outDir } from '../../../shared/settings.ts';
import { basePath } from '../../settings.ts';
import { writeLibrary } from '../offline/library.ts';

/** Where the offices keep their checkouts; to be removed when all are measured. */
export const WORK = resolve('.cache/bench-desk');

/** A desk that is served; `person` is who to choose at the forge's own door. */
export interface Office {
  port: number;
  person?: string;
  close(): Promise<void>;
}

/** The real content, or 500 made-up lessons. */
export type Content = 'real' | '500';

/** The finished desk, with the local back end over a checkout of its own. */
export async function openOffice(content: Content): Promise<Office> {
  const [checkout, site, project] = [makeCheckout(content), resolve(outDir()), process.cwd()];
  process.chdir(checkout);
  const local = await openLocalDesk(basePath(), () => Promise.resolve(undefined));
  process.chdir(project);
  const files = siteHandler({ dir: site, base: basePath() });
  return serve(site, (request, response) => local.answer(request, response) || files(request, response));
}

/** A desk for a Forgejo (a double of its interface over a real repository), which is reached over a line of its own. */
export async function openForgeOffice(content: Content, profile: LinkProfile | 'instant'): Promise<Office> {
  const [checkout, site] = [makeCheckout(content), join(WORK, 'site')];
  const person = 'Chị Lan';
  const forge = new Forgejo(checkout, { lan: person }, ['lan']);
  await forge.open();
  const link = await createLink({ target: Number(new URL(forge.url).port), profile });
  const settings = { CMS_BACKEND: 'forgejo', CMS_FORGE_URL: `http://localhost:${link.port}`, CMS_APP_ID: 'x', CMS_REPO: 'so-tay/noi-dung', CMS_CONTENT_DIR: contentDir(), CONTENT_DIR: join(checkout, contentDir()) };
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, settings);
  await writeDesk(join(site, 'admin'), resolve(outDir()));
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  const { port, close } = await serve(site, siteHandler({ dir: site, base: basePath() }));
  return {
    port,
    person,
    async close() {
      await close();
      await link.close();
      await forge.close();
    },
  };
}

/** The address of a desk. */
export const deskAddress = (port: number): string => `http://localhost:${port}${basePath()}admin/`;

function makeCheckout(content: Content): string {
  const checkout = join(WORK, content);
  rmSync(checkout, { recursive: true, force: true });
  mkdirSync(checkout, { recursive: true });
  const folder = join(checkout, contentDir());
  if (content === 'real') cpSync(contentDir(), folder, { recursive: true });
  else writeLibrary(folder, 500);
  const git = (...args: string[]) => execFileSync('git', ['-C', checkout, '-c', 'user.name=x', '-c', 'user.email=x@localhost', ...args]);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=x');
  return checkout;
}

async function serve(site: string, answer: RequestListener): Promise<Office> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  // A server compresses a file once; whoever comes first is not the one to measure.
  for (const name of readdirSync(join(site, 'admin'))) await fetch(`${deskAddress(port)}${name}`, { headers: { 'accept-encoding': 'br' } }).then((file) => file.arrayBuffer());
  return {
    port,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
