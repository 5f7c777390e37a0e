import { loadKnown } from '../check/known.ts';

/** The parts of Decap's back ends that are used here, the same for every forge. */
export interface BackEnd {
  api: unknown;
  authenticate(state: { token: string }): Promise<unknown>;
  updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown>;
  publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  unpublishedEntry(entry: { collection: string; slug: string }): Promise<{ diffs: { path: string; id: string }[] }>;
  unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
}

/** What differs from forge to forge. `branch` is that of a draft. */
export interface Eyes<Api> {
  /** Told once somebody is signed in. */
  enter(api: Api, backEnd: BackEnd): void;
  /** Approves what is there now in the name of whoever is signed in. @throws {NotAllowed} for one's own work */
  approve(api: Api, branch: string): Promise<unknown>;
  /** How many besides its writer have approved what is there now. */
  approvals(api: Api, branch: string): Promise<number>;
  /** The statuses with which the forge says that it will not merge. */
  refusals: number[];
}

/** A refusal whose words stand alone in a message. */
export class NotAllowed extends Error {
  override name = '';
}

/** Nobody approves what they have written. */
export const ownWork = (): NotAllowed => new NotAllowed('Người viết không tự duyệt bài của mình. Hãy nhờ một người khác duyệt.');

/** Everything takes one pair of eyes besides the writer's; a number, or a fact on which somebody's safety hangs, takes two. */
const [ONE, TWO] = [1, 2];

const branchOf = (collection: string, slug: string): string => `cms/${collection}/${slug}`;

/**
 * Four eyes: to call an entry ready is to approve it at the forge, under one's own name. What a forge enforces by itself is
 * told in `src/build/desk/README.md`; what the desk shows or hides plays no part in that.
 *
 * @returns the same class, with the rule in it
 */
export function withFourEyes<Api, T extends { prototype: BackEnd }>(Forge: T, { enter, approve, approvals, refusals }: Eyes<Api>): T {
  const { authenticate, updateUnpublishedEntryStatus: setStatus, publishUnpublishedEntry: publish } = Forge.prototype;
  Object.assign(Forge.prototype, {
    async authenticate(this: BackEnd, state: { token: string }): Promise<unknown> {
      try {
        const user = await authenticate.call(this, state);
        enter(this.api as Api, this);
        return user;
      } catch (problem) {
        if (statusOf(problem) === 401) throw problem; // an old sign-in: Decap asks for a new one
        throw new NotAllowed('Chưa vào được kho bài. Kiểm tra mạng; nếu mạng tốt thì nhờ người quản trị kho mở quyền viết cho tài khoản này.');
      }
    },

    async updateUnpublishedEntryStatus(this: BackEnd, collection: string, slug: string, status: string): Promise<unknown> {
      if (status === 'pending_publish') {
        const branch = branchOf(collection, slug);
        await approve(this.api as Api, branch);
        if ((await approvals(this.api as Api, branch)) < TWO && (await needsTwo(this, collection, slug)))
          throw new NotAllowed('Đã ghi lời duyệt của anh chị. Số gọi và căn cứ về an toàn cần hai người duyệt: hãy nhờ thêm một người nữa đổi bước thành “Sẵn sàng”.');
      }
      return setStatus.call(this, collection, slug, status);
    },

    async publishUnpublishedEntry(this: BackEnd, collection: string, slug: string): Promise<unknown> {
      const count = await approvals(this.api as Api, branchOf(collection, slug));
      if (count < TWO && (await needsTwo(this, collection, slug))) throw new NotAllowed('Số gọi và căn cứ về an toàn cần hai người duyệt bản đang có. Hãy nhờ thêm một người.');
      if (count < ONE) throw notApproved();
      try {
        return await publish.call(this, collection, slug);
      } catch (problem) {
        throw refusals.includes(statusOf(problem) ?? 0) ? notApproved() : problem;
      }
    },
  });
  return Forge;
}

const statusOf = (problem: unknown): number | undefined => (problem as { status?: number }).status;

const notApproved = () => new NotAllowed('Bài chưa có người khác duyệt, hoặc đã sửa thêm sau khi duyệt. Hãy nhờ một người khác đổi bước thành “Sẵn sàng”. Chỉ người duyệt mới đăng được.');

/** Contacts and facts about safety; but to withdraw one is urgent, and takes one other person as everything does. */
async function needsTwo(backEnd: BackEnd, collection: string, slug: string): Promise<boolean> {
  if (collection !== 'contacts' && collection !== 'facts') return false;
  const { diffs } = await backEnd.unpublishedEntry({ collection, slug });
  const texts = await Promise.all(diffs.map(({ path, id }) => backEnd.unpublishedEntryDataFile(collection, slug, path, id)));
  if (texts.some((text) => /^withdrawn:/m.test(text))) return false;
  const was = (await loadKnown()).entries[collection]?.find(({ id }) => id === slug)?.data;
  return collection === 'contacts' || was?.['safety'] === true || texts.some((text) => /^safety: true$/m.test(text));
}
