import { ForgejoBackend } from 'decap-cms-backend-forgejo';
import { loadKnown } from '../check/known.ts';
import { listFromTree } from './tree.ts';

/** The parts of Decap's Forgejo client that are used here. */
interface Api {
  originRepoURL: string;
  generateContentKey(collection: string, slug: string): string;
  getBranchPullRequest(branch: string): Promise<{ number: number }>;
  request<T = unknown>(path: string, options?: { method: string; body: string }): Promise<T>;
}

interface Review {
  state: string;
  stale?: boolean;
  dismissed?: boolean;
  user: { login: string };
}

/** A refusal whose words stand alone in a message. */
class NotAllowed extends Error {
  override name = '';
}

/** A number or a fact on which somebody's safety hangs is looked at by two besides its writer. */
const APPROVALS = 2;

/**
 * Four eyes: to call an entry ready is to approve it at the forge, under one's own name. The forge lets nobody approve
 * their own work and merges nothing that is not approved; what the desk shows or hides plays no part in that.
 */
export class FourEyesForgejo extends ForgejoBackend {
  override async authenticate(state: { token: string }): Promise<unknown> {
    try {
      const user = await super.authenticate(state);
      listFromTree(this.api as Parameters<typeof listFromTree>[0], (this.api as Api).originRepoURL);
      return user;
    } catch (problem) {
      const { status } = problem as { status?: number };
      if (status === 401) throw problem; // an old sign-in: Decap asks for a new one
      throw new NotAllowed('Chưa vào được kho bài. Kiểm tra mạng; nếu mạng tốt thì nhờ người quản trị kho mở quyền viết cho tài khoản này.');
    }
  }

  override async updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown> {
    if (status === 'pending_publish') {
      const approvals = await this.#approve(collection, slug);
      if (approvals < APPROVALS && (await this.#needsTwo(collection, slug))) throw new NotAllowed('Đã ghi lời duyệt của anh chị. Số gọi và căn cứ về an toàn cần hai người duyệt: hãy nhờ thêm một người nữa đổi bước thành “Sẵn sàng”.');
    }
    return super.updateUnpublishedEntryStatus(collection, slug, status);
  }

  override async publishUnpublishedEntry(collection: string, slug: string): Promise<unknown> {
    if ((await this.#approvals(collection, slug)) < APPROVALS && (await this.#needsTwo(collection, slug))) throw new NotAllowed('Số gọi và căn cứ về an toàn cần hai người duyệt bản đang có. Hãy nhờ thêm một người.');
    try {
      return await super.publishUnpublishedEntry(collection, slug);
    } catch (problem) {
      if ((problem as { status?: number }).status === 405) throw new NotAllowed('Bài chưa có người khác duyệt, hoặc đã sửa thêm sau khi duyệt. Hãy nhờ một người khác đổi bước thành “Sẵn sàng”. Chỉ người duyệt mới đăng được.');
      throw problem;
    }
  }

  /** Approves under one's own name. @returns how many have approved what is there now */
  async #approve(collection: string, slug: string): Promise<number> {
    const api = this.api as Api;
    try {
      await api.request(`${await this.#pull(collection, slug)}/reviews`, { method: 'POST', body: JSON.stringify({ event: 'APPROVED', body: 'Đã duyệt.' }) });
    } catch (problem) {
      const { status } = problem as { status?: number };
      if (status === 422 || status === 403) throw new NotAllowed('Người viết không tự duyệt bài của mình. Hãy nhờ một người khác duyệt.');
      throw problem;
    }
    return this.#approvals(collection, slug);
  }

  async #approvals(collection: string, slug: string): Promise<number> {
    const reviews = await (this.api as Api).request<Review[]>(`${await this.#pull(collection, slug)}/reviews`);
    return new Set(reviews.filter(({ state, stale, dismissed }) => state === 'APPROVED' && !stale && !dismissed).map(({ user }) => user.login)).size;
  }

  async #pull(collection: string, slug: string): Promise<string> {
    const api = this.api as Api;
    const { number } = await api.getBranchPullRequest(`cms/${api.generateContentKey(collection, slug)}`);
    return `${api.originRepoURL}/pulls/${number}`;
  }

  /** Contacts and facts about safety; but to withdraw one is urgent, and takes one other person as everything does. */
  async #needsTwo(collection: string, slug: string): Promise<boolean> {
    if (collection !== 'contacts' && collection !== 'facts') return false;
    const { diffs } = await this.unpublishedEntry({ collection, slug });
    const texts = await Promise.all(diffs.map(({ path, id }) => this.unpublishedEntryDataFile(collection, slug, path, id)));
    if (texts.some((text) => /^withdrawn:/m.test(text))) return false;
    const was = (await loadKnown()).entries[collection]?.find(({ id }) => id === slug)?.data;
    return collection === 'contacts' || was?.['safety'] === true || texts.some((text) => /^safety: true$/m.test(text));
  }
}
