import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runInGroup } from './children.mjs';
import { complain, say } from './say.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The browser that is here already: the one named by CHROMIUM, or the system's own. It may turn out not to exist. */
export const findBrowser = (): string | undefined => process.env.CHROMIUM || places.find((place) => existsSync(place));

/**
 * The browser the tests drive: the one named by CHROMIUM, or the system's own Chromium or Chrome; on Debian it is
 * installed when there is none.
 *
 * @returns the path of its program; undefined after the reason has been told
 */
export async function ensureBrowser(): Promise<string | undefined> {
  const found = findBrowser() ?? ((await installChromium()) ? findBrowser() : undefined);
  if (found && existsSync(found)) return found;
  if (found) {
    complain(`Không thấy trình duyệt ở CHROMIUM=${found}.`, `There is no browser at CHROMIUM=${found}.`);
    return undefined;
  }
  complain(
    'Chưa có trình duyệt để chạy kiểm thử. Hãy cài: sudo apt-get install chromium. Hoặc chỉ chỗ có sẵn: CHROMIUM=/đường/dẫn npm test',
    'There is no browser to test with. Install one: sudo apt-get install chromium. Or point to yours: CHROMIUM=/path/to/chrome npm test',
  );
  return undefined;
}

/**
 * The same browser without its windows, which takes half the computing: Debian has it as a package of its own. Gives `full` back where there
 * is none to be had, or where somebody has named a browser by CHROMIUM.
 */
export async function ensureLeanBrowser(full: string): Promise<string> {
  const lean = '/usr/bin/chromium-headless-shell';
  return full === '/usr/bin/chromium' && !process.env.CHROMIUM && (await ensurePackage('chromium-headless-shell', lean)) ? lean : full;
}

const installChromium = () => install('chromium', 'Đang cài trình duyệt Chromium để chạy kiểm thử (chỉ lần đầu)…', 'Installing Chromium for the tests (first time only)…');

/**
 * Makes sure that a program of the system is there which a test needs: installs its Debian package when it is not.
 *
 * @param program full path of the program
 */
export async function ensurePackage(name: string, program: string): Promise<boolean> {
  return existsSync(program) || ((await install(name, `Đang cài ${name} để chạy kiểm thử (chỉ lần đầu)…`, `Installing ${name} for the tests (first time only)…`)) && existsSync(program));
}

/** Tries apt as root, or with a sudo that asks no password: a test run has nobody to ask. */
async function install(name: string, ...words: [vietnamese: string, english: string]): Promise<boolean> {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const isAllowed = prefix.length === 0 || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (!isAllowed || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  say(...words);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const [program = 'apt-get', ...rest] = [...prefix, 'apt-get', '-qq', ...args];
    let heard = '';
    const code = await runInGroup(program, rest, { env, quiet: true, heard: (text) => (heard += text) });
    if (code !== 0) {
      process.stderr.write(heard.slice(-2000));
      return false;
    }
  }
  return true;
}
