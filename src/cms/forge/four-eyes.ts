import { loadKnown } from '../check/known.ts';
import { askAhead } from './ahead.ts';

/** What a draft is at a forge: a request to take it over, by somebody, as it stands. */
export interface Pull {
  number: number;
  /** Sign-in name of who opened it. */
  author: string;
  /** The commit that is there now. */
  head: string;
}

/** The few questions on which forges differ. `Api` is Decap's client of that forge, signed in. */
export interface ForgeWays<Api> {
  /** At each sign-in, while the forge is still being asked who this is: what the client shall do otherwise than Decap wrote it. */
  enter(api: Api): void;
  /** The published text of a file. */
  read(api: Api, path: string): Promise<string>;
  /** Sign-in name of who sits here. */
  me(api: Api): Promise<string>;
  pull(api: Api, branch: string): Promise<Pull>;
  /** Approves what was read, under one's own name; refuses when something else is there by now. */
  approve(api: Api, pull: Pull): Promise<void>;
  /** Sign-in names of who has approved what is there now: not what was there before the last change. */
  approvers(api: Api, pull: Pull): Promise<string[]>;
}

/** What all clients of Decap have in common, as far as it is used here. `lookedAt` is what was counted, for the merge to insist on. */
type AnyApi<Api> = Api & { lookedAt?: string; hasWriteAccess(): Promise<boolean> };

/** The published text of a file, as Decap takes it. */
interface Entry {
  file: { path: string; id: null };
  data: string;
}

/** A refusal whose words stand alone in a message. */
export class NotAllowed extends Error {
  override name = '';
}

/** How a forge says no: not signed in for that, not allowed, not mergeable, something else there, not valid. */
const REFUSALS = [401, 403, 405, 409, 422];
/** A number or a fact on which somebody's safety hangs is looked at by two besides its writer. */
const APPROVALS = 2;

const NOT_OWN = 'Người viết không tự duyệt bài của mình. Hãy nhờ một người khác duyệt.';
const NOT_APPROVED = 'Bài chưa có người khác duyệt, hoặc đã sửa thêm sau khi duyệt. Hãy nhờ một người khác đổi bước thành “Sẵn sàng”. Chỉ người duyệt mới đăng được.';

/**
 * Four eyes, at any forge: to call an entry ready is to approve it there, under one's own name, and nothing is published
 * that nobody but its writer has approved as it stands. What the forge itself insists on comes on top; where it does
 * not (README of `build/desk`), this is all there is.
 */
export function fourEyes<Api>(Base: typeof ForgeBackEnd, forge: ForgeWays<Api>): typeof ForgeBackEnd {
  return class FourEyes extends Base {
    #drafts: (() => Promise<string[]>) | undefined;

    override async authenticate(state: { token: string }): Promise<unknown> {
      try {
        const signedIn = super.authenticate(state); // the client is there now, and asks who this is
        const api = this.#api;
        // A list needs all of this, and on a slow line every question takes a second.
        api.hasWriteAccess = askAhead(api.hasWriteAccess.bind(api));
        this.#drafts = askAhead(() => super.unpublishedEntries());
        forge.enter(api);
        return await signedIn;
      } catch (problem) {
        if (statusOf(problem) === 401) throw problem; // an old sign-in: Decap asks for a new one
        throw new NotAllowed('Chưa vào được kho bài. Kiểm tra mạng; nếu mạng tốt thì nhờ người quản trị kho mở quyền viết cho tài khoản này.');
      }
    }

    override unpublishedEntries(): Promise<string[]> {
      return this.#drafts?.() ?? super.unpublishedEntries();
    }

    /** Decap takes every failure for an empty file, over which one could write. */
    override async getEntry(path: string): Promise<Entry> {
      return { file: { path, id: null }, data: await forge.read(this.#api, path) };
    }

    override async updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown> {
      if (status === 'pending_publish') {
        const pull = await this.#pull(collection, slug);
        if (pull.author === (await forge.me(this.#api))) throw new NotAllowed(NOT_OWN);
        await this.#approve(pull);
        const approvals = await this.#approvals(pull);
        if (approvals < APPROVALS && (await this.#needsTwo(collection, slug))) throw new NotAllowed('Đã ghi lời duyệt của anh chị. Số gọi và căn cứ về an toàn cần hai người duyệt: hãy nhờ thêm một người nữa đổi bước thành “Sẵn sàng”.');
      }
      return super.updateUnpublishedEntryStatus(collection, slug, status);
    }

    override async publishUnpublishedEntry(collection: string, slug: string): Promise<unknown> {
      const pull = await this.#pull(collection, slug);
      const approvals = await this.#approvals(pull);
      if (approvals === 0) throw new NotAllowed(NOT_APPROVED);
      if (approvals < APPROVALS && (await this.#needsTwo(collection, slug))) throw new NotAllowed('Số gọi và căn cứ về an toàn cần hai người duyệt bản đang có. Hãy nhờ thêm một người.');
      this.#api.lookedAt = pull.head;
      try {
        return await super.publishUnpublishedEntry(collection, slug);
      } catch (problem) {
        const status = statusOf(problem) ?? 0;
        if (status === 409 || status === 422) throw new NotAllowed('Kho không ghép được: bài vừa được sửa thêm, hoặc chỗ này ở bản đã đăng vừa có người khác sửa. Hãy tải lại trang, xem lại bài rồi nhờ duyệt lại.');
        throw REFUSALS.includes(status) ? new NotAllowed(NOT_APPROVED) : problem;
      }
    }

    async #approve(pull: Pull): Promise<void> {
      try {
        await forge.approve(this.#api, pull);
      } catch (problem) {
        const status = statusOf(problem) ?? 0;
        if (status === 409) throw new NotAllowed('Bài vừa được sửa thêm. Hãy tải lại trang và đọc bản mới trước khi duyệt.');
        throw REFUSALS.includes(status) ? new NotAllowed(`Kho không nhận lời duyệt của tài khoản này. ${NOT_OWN}`) : problem;
      }
    }

    /** How many besides the writer have approved what is there now. */
    async #approvals(pull: Pull): Promise<number> {
      return new Set((await forge.approvers(this.#api, pull)).filter((name) => name !== pull.author)).size;
    }

    #pull(collection: string, slug: string): Promise<Pull> {
      return forge.pull(this.#api, `cms/${collection}/${slug}`);
    }

    get #api(): AnyApi<Api> {
      return this.api as AnyApi<Api>;
    }

    /** Contacts and facts about safety; but to withdraw one is urgent, and takes one other person as everything does. */
    async #needsTwo(collection: string, slug: string): Promise<boolean> {
      if (collection !== 'contacts' && collection !== 'facts') return false;
      const { diffs } = await super.unpublishedEntry({ collection, slug });
      const texts = await Promise.all(diffs.map(({ path, id }) => this.unpublishedEntryDataFile(collection, slug, path, id)));
      if (texts.some((text) => /^withdrawn:/m.test(text))) return false;
      const was = (await loadKnown()).entries[collection]?.find(({ id }) => id === slug)?.data;
      return collection === 'contacts' || was?.['safety'] === true || texts.some((text) => /^safety: true$/m.test(text));
    }
  };
}

/** What a forge has answered to a question that failed. */
export const statusOf = (problem: unknown): number | undefined => (problem as { status?: number }).status;
