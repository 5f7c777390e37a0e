import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * A browser as people have it, spoken to over its debugging socket alone. Playwright switches off what puts whole pages by
 * (the back-forward cache) and loses a page that comes back from there.
 */
export class RawBrowser {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  #next = 1;
  readonly #waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();

  private constructor(process: ChildProcess, socket: WebSocket) {
    this.#process = process;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data));
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  /** @param folder for the browser's profile; made when it is not there */
  static async start(executable: string, folder: string): Promise<RawBrowser> {
    const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--remote-debugging-port=0', '--window-size=400,800', `--user-data-dir=${folder}`, 'about:blank'];
    const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    for await (const chunk of child.stderr) if (/DevTools listening on (ws:\S+)/.test((said += chunk))) break;
    const port = /ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { type: string; webSocketDebuggerUrl: string }[];
    const socket = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '');
    await once(socket, 'open');
    return new RawBrowser(child, socket);
  }

  #send(method: string, params: object): Promise<{ result?: unknown; error?: { message: string } }> {
    const id = this.#next++;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async open(url: string): Promise<void> {
    await this.#send('Page.navigate', { url });
  }

  /** What an expression says in the page that is open now; nothing where the page is just changing. */
  async say(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true, userGesture: true });
    return (result as { result?: { value?: unknown } } | undefined)?.result?.value;
  }

  async close(): Promise<void> {
    this.#socket.close();
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
