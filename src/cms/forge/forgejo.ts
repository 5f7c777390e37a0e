import { ForgejoBackend } from 'decap-cms-backend-forgejo';

/** The parts of Decap's Forgejo client that are used here. */
interface Api {
  originRepoURL: string;
  generateContentKey(collection: string, slug: string): string;
  getBranchPullRequest(branch: string): Promise<{ number: number }>;
  request(path: string, options: { method: string; body: string }): Promise<unknown>;
}

/** A refusal whose words stand alone in a message. */
class NotAllowed extends Error {
  override name = '';
}

/**
 * Four eyes: to call an entry ready is to approve it at the forge, under one's own name. The forge lets nobody approve
 * their own work and merges nothing that is not approved; what the desk shows or hides plays no part in that.
 */
export class FourEyesForgejo extends ForgejoBackend {
  override async authenticate(state: { token: string }): Promise<unknown> {
    try {
      return await super.authenticate(state);
    } catch (problem) {
      const { status } = problem as { status?: number };
      if (status === 401) throw problem; // an old sign-in: Decap asks for a new one
      throw new NotAllowed('Chưa vào được kho bài. Kiểm tra mạng; nếu mạng tốt thì nhờ người quản trị kho mở quyền viết cho tài khoản này.');
    }
  }

  override async updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown> {
    if (status === 'pending_publish') await this.#approve(collection, slug);
    return super.updateUnpublishedEntryStatus(collection, slug, status);
  }

  override async publishUnpublishedEntry(collection: string, slug: string): Promise<unknown> {
    try {
      return await super.publishUnpublishedEntry(collection, slug);
    } catch (problem) {
      if ((problem as { status?: number }).status === 405) throw new NotAllowed('Bài chưa có người khác duyệt, hoặc đã sửa thêm sau khi duyệt. Hãy nhờ một người khác đổi bước thành “Sẵn sàng”.');
      throw problem;
    }
  }

  async #approve(collection: string, slug: string): Promise<void> {
    const api = this.api as Api;
    const { number } = await api.getBranchPullRequest(`cms/${api.generateContentKey(collection, slug)}`);
    try {
      await api.request(`${api.originRepoURL}/pulls/${number}/reviews`, { method: 'POST', body: JSON.stringify({ event: 'APPROVED', body: 'Đã duyệt.' }) });
    } catch (problem) {
      const { status } = problem as { status?: number };
      if (status === 422 || status === 403) throw new NotAllowed('Người viết không tự duyệt bài của mình. Hãy nhờ một người khác duyệt.');
      throw problem;
    }
  }
}
