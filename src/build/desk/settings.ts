import { contentDir, siteUrl } from '../../shared/settings.ts';

/** Whether the desk is built beside the site (`on`), not at all (`off`), or alone for an address of its own (`only`). */
export type DeskMode = 'on' | 'off' | 'only';

/** `CMS`, default `on`. @throws {Error} in words when it is something else */
export function deskMode(): DeskMode {
  const given = process.env.CMS || 'on';
  if (given === 'on' || given === 'off' || given === 'only') return given;
  throw new Error(`CMS "${given}" không dùng được. Chỉ nhận: on (có bàn biên tập), off (không có), only (chỉ bàn biên tập).`);
}

/** A place where drafts and published texts live, with what Decap needs to reach it. */
export interface DeskBackend {
  name: 'proxy' | 'forgejo' | 'gitlab' | 'github';
  /** Decap's `backend` block. */
  block: Record<string, unknown>;
  /** Origins the desk may talk to, besides its own. */
  origins: string[];
  /** Whether people sign in in a window beside the desk, which has to be able to answer it. */
  hasPopup?: true;
}

/** Where `npm start` answers for the desk, inside the site's base path. */
export const LOCAL_API = '/admin/api/';

/**
 * The back end named by `CMS_BACKEND`: `local` (default; `npm start` answers), or a forge with `CMS_REPO` (`owner/name`),
 * `CMS_BRANCH`, and for sign-in `CMS_APP_ID` or, at GitHub, `CMS_AUTH_URL`. `CMS_FORGE_URL` is the address of the forge.
 *
 * @throws {Error} in words, when something is missing or is no address
 */
export function deskBackend(): DeskBackend {
  const name = process.env.CMS_BACKEND || 'local';
  const branch = process.env.CMS_BRANCH || 'main';
  if (name === 'local') return { name: 'proxy', block: { name: 'proxy', proxy_url: `${siteUrl().pathname.replace(/\/+$/, '')}${LOCAL_API}v1`, branch }, origins: [] };
  const repo = need('CMS_REPO', 'tên kho, ví dụ so-tay/noi-dung');
  const common = { repo, branch };
  if (name === 'forgejo') {
    const forge = addressOf('CMS_FORGE_URL', 'https://git.example.vn');
    return { name, block: { ...common, name, api_root: `${forge}/api/v1`, app_id: need('CMS_APP_ID', 'mã ứng dụng OAuth của kho'), auth_type: 'pkce' }, origins: [new URL(forge).origin] };
  }
  if (name === 'gitlab') {
    const forge = addressOf('CMS_FORGE_URL', 'https://gitlab.com');
    return {
      name,
      block: { ...common, name, api_root: `${forge}/api/v4`, base_url: forge, auth_endpoint: 'oauth/authorize', app_id: need('CMS_APP_ID', 'mã ứng dụng OAuth của kho'), auth_type: 'pkce', squash_merges: true },
      origins: [new URL(forge).origin],
    };
  }
  if (name === 'github') {
    const helper = new URL(addressOf('CMS_AUTH_URL', 'https://dang-nhap.example.vn'));
    // A GitHub Enterprise answers below its own address, GitHub itself at another one.
    const api = process.env.CMS_FORGE_URL ? `${addressOf('CMS_FORGE_URL', 'https://github.example.vn')}/api/v3` : 'https://api.github.com';
    return {
      name,
      // Decap compares the helper's address with its origin, so what comes after that goes elsewhere.
      block: { ...common, name, api_root: api, base_url: helper.origin, auth_endpoint: `${helper.pathname.replace(/^\/+|\/+$/g, '')}/auth`.replace(/^\//, ''), squash_merges: true },
      origins: [...new Set([new URL(api).origin, helper.origin])],
      hasPopup: true,
    };
  }
  throw new Error(`CMS_BACKEND "${name}" không dùng được. Chỉ nhận: local, forgejo, gitlab, github.`);
}

/**
 * How many seconds the desk waits for the store to say anything: `CMS_PATIENCE`, else 30, and 60 for `npm start`, which
 * looks through the whole content before it answers.
 *
 * @throws {Error} in words when it is no number of seconds
 */
export function deskPatience(): number {
  const given = process.env.CMS_PATIENCE;
  if (!given) return deskBackend().name === 'proxy' ? 60 : 30;
  if (!/^[1-9]\d{0,2}$/.test(given)) throw new Error(`CMS_PATIENCE "${given}" không dùng được. Hãy ghi số giây, từ 1 đến 999.`);
  return Number(given);
}

/** The content folder inside the repository (`CMS_CONTENT_DIR` when it is not where the build reads it). */
export const deskContentDir = (): string => (process.env.CMS_CONTENT_DIR || contentDir()).replace(/^\.\//, '').replace(/\/+$/, '');

function need(name: string, what: string): string {
  const given = process.env[name];
  if (!given) throw new Error(`CMS_BACKEND=${process.env.CMS_BACKEND} cần thêm ${name}: ${what}.`);
  return given;
}

function addressOf(name: string, example: string): string {
  const given = need(name, `địa chỉ, ví dụ ${example}`);
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${name} "${given}" không phải là địa chỉ web. Ví dụ: ${example}`);
  return given.replace(/\/+$/, '');
}
