import { catchUp, type DeskClone, land, Refusal, tidyUp } from './clone.ts';
import type { Action, Answer } from './decap-server.ts';
import { mergedCommit, newMistakes, wordsFor } from './gate.ts';
import { commitOf, git, mustGit } from './git.ts';
import { listEntries, listMedia } from './list.ts';

/** What the actions need. */
export interface DeskParts {
  clone: DeskClone;
  /** The content folder inside the repository. */
  contentDir: string;
  /** decap-server itself. */
  send(action: Action): Promise<Answer>;
  /** Called when something new has arrived in the checkout, with its commit. */
  onPublished(commit: string): void;
}

/**
 * Answers the desk's actions one after another: nothing enters the checkout that would stop the site, everything that is
 * published arrives there at once, and decap-server always finds a clean tree.
 */
export function deskActions({ clone, contentDir, send, onPublished }: DeskParts): (action: Action) => Promise<Answer> {
  let queue: Promise<unknown> = Promise.resolve();
  return (action) => {
    const answer = queue.then(() => answerOne(action));
    queue = answer.catch(() => undefined);
    return answer;
  };

  async function answerOne({ action, params }: Action): Promise<Answer> {
    refuseOutside(params, contentDir);
    if (action === 'listEntries' || action === 'listMedia') refusePath(params['folder'], contentDir);
    await catchUp(clone);
    if (action === 'listMedia') return { status: 200, body: await listMedia(clone, String(params['folder'])) };
    if (action === 'listEntries') return { status: 200, body: await listEntries(clone, String(params['folder']), contentDir) };
    const others = action === 'publishUnpublishedEntry' ? await lookBeforePublishing(params) : [];
    const before = await commitOf(clone.folder, clone.branch);
    const answer = await send({ action, params: { ...params, branch: clone.branch } });
    for (const other of answer.status === 200 ? others : []) {
      const [, collection, slug] = other.split('/');
      await send({ action, params: { collection, slug, branch: clone.branch } });
    }
    if (answer.status >= 500) await tidyUp(clone);
    const after = await commitOf(clone.folder, clone.branch);
    if (before && after && after !== before) await arrive(before, after);
    return answer;
  }

  /**
   * Refuses what would harm the site. A lesson, its quiz and its place in a course need each other: when an entry cannot
   * stand alone but can together with the others that are ready, they go together.
   *
   * @returns the entries that go along
   */
  async function lookBeforePublishing({ collection, slug }: Record<string, unknown>): Promise<string[]> {
    const draft = `cms/${String(collection)}/${String(slug)}`;
    if (!(await commitOf(clone.folder, draft))) throw new Refusal('Không thấy bản nháp này nữa. Hãy tải lại trang.', 404);
    if (!(await isReady(draft))) throw new Refusal('Bài chưa ở bước “Sẵn sàng” nên chưa đăng được.');
    const alone = await newMistakes(clone, clone.branch, await mergedCommit(clone, [draft]), contentDir);
    if (alone.length === 0) return [];
    const others: string[] = [];
    for (const other of await draftsIn()) if (other !== draft && (await isReady(other))) others.push(other);
    const together = others.length > 0 ? await mergedCommit(clone, [draft, ...others]).then((commit) => newMistakes(clone, clone.branch, commit, contentDir)) : alone;
    if (together.length > 0) refuseMistakes(alone);
    return others;
  }

  async function isReady(draft: string): Promise<boolean> {
    return (await git(clone.folder, 'config', `branch.${draft}.description`)).out.endsWith('pending_publish');
  }

  async function draftsIn(): Promise<string[]> {
    return (await mustGit(clone.folder, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/cms/')).split('\n').filter(Boolean);
  }

  /** What came without a draft (a picture, a removal) is looked at afterwards, and taken back when it does harm. */
  async function arrive(before: string, after: string): Promise<void> {
    try {
      refuseMistakes(await newMistakes(clone, before, after, contentDir));
      onPublished(await land(clone));
    } catch (problem) {
      await mustGit(clone.folder, 'checkout', '--quiet', clone.branch);
      await mustGit(clone.folder, 'branch', '--force', 'desk-taken-back', after);
      await mustGit(clone.folder, 'reset', '--quiet', '--hard', before);
      throw problem;
    }
  }
}

function refuseMistakes(problems: Parameters<typeof wordsFor>[0]): void {
  if (problems.length > 0) throw new Refusal(`Chưa đăng được, vì trang sẽ có lỗi:\n${wordsFor(problems)}`, 422);
}

/** The desk edits content and nothing else in the repository. */
function refuseOutside(params: Record<string, unknown>, contentDir: string): void {
  const named: unknown[] = [];
  const collect = (value: unknown, key = '') => {
    if (Array.isArray(value)) for (const one of value) collect(one, key);
    else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) collect(one, name);
    else if (/^(path|paths|newPath|folder|mediaFolder)$/.test(key)) named.push(value);
  };
  collect(params);
  for (const path of named) refusePath(path, contentDir);
}

/** A path that leads anywhere but into the content folder is refused. @throws {Refusal} then */
export function refusePath(path: unknown, contentDir: string): void {
  const isInside = typeof path === 'string' && path.startsWith(`${contentDir}/`) && !/(^|\/)\.|\\|\0/.test(path);
  if (!isInside) throw new Refusal('Bàn biên tập chỉ sửa được các tệp trong thư mục nội dung.', 403);
}
