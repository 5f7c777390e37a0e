import { DecapCmsCore as CMS } from 'decap-cms-core';
import type { Findings } from '../check/check-entry.ts';
import { contentPathOf, loadChecker } from '../check/load-checker.ts';
import { showFindings } from '../check/show-findings.ts';
import type { FormMap } from '../ui/props.ts';
import { findConflict, showConflict } from './conflict.ts';
import { draftKey, dropDraft, keepDraft } from './drafts.ts';
import { store } from './state.ts';
import { describeEntry, type OpenEntry, openEntry, textInStore, textOf, titleOf } from './store.ts';
import { baseOf, noteSaved, wantDraft } from './watch.ts';

/** A refusal whose words stand alone in the toast. */
class NotSaved extends Error {
  override name = '';
}

/** What was sent to be saved and not answered for, by its path: when it stands in the store after all, it is ours. */
const sent = new Map<string, string>();

/** Nothing is saved that is broken, that would lie over somebody else's work, or that takes a name already given. */
export function guardSaving(contentDir: string): void {
  CMS.registerEventListener({
    name: 'preSave',
    handler: async ({ entry }: { entry: FormMap }) => {
      const open = describe(entry);
      const path = contentPathOf(open);
      const findings = await checkOf(open, path);
      if (findings.stops.length > 0) {
        showFindings(findings);
        throw new NotSaved(`Bài có ${findings.stops.length} chỗ phải sửa.`);
      }
      await refuseOtherWork(open, `${contentDir}/${path}`, findings.text);
      sent.set(`${contentDir}/${path}`, findings.text);
    },
  });
  CMS.registerEventListener({
    name: 'postSave',
    handler: ({ entry }: { entry: FormMap }) => {
      const open = { ...describe(entry), key: openEntry()?.key ?? '' };
      sent.delete(`${contentDir}/${contentPathOf(open)}`);
      noteSaved(open, `${contentDir}/${contentPathOf(open)}`, textOf(open));
    },
  });
}

/** What the checker says; over a dead line neither it nor what it must know can be fetched, and nothing is saved unchecked. */
async function checkOf(open: OpenEntry, path: string): Promise<Findings> {
  try {
    const { checkEntry } = await loadChecker();
    return await checkEntry(open, path);
  } catch {
    throw new NotSaved('Chưa nối được mạng để kiểm tra bài. Bài vẫn còn nguyên trên máy này. Kiểm tra mạng rồi bấm “Lưu” lại.');
  }
}

function describe(entry: FormMap): OpenEntry {
  const open = describeEntry(entry);
  if (!open) throw new NotSaved('Không rõ bài này thuộc loại nào.');
  return open;
}

async function refuseOtherWork(open: OpenEntry, path: string, text: string): Promise<void> {
  const slug = open.slug ?? String(open.values['id'] ?? open.kind.name);
  const ours = sent.get(path);
  if (open.isNew) {
    const there = await textInStore(open.kind.name, slug, path);
    if (!there) return;
    if (there.text !== text && there.text !== ours) throw new NotSaved(`Mã “${slug}” đã có. Hãy chọn mã khác.`);
    goOnInStore(open, slug, text, there.text);
    throw new NotSaved('Lần lưu trước đã vào kho, chỉ câu trả lời bị đứt. Bài ấy đang được mở lại, kèm chỗ viết thêm.');
  }
  const base = baseOf(path);
  const conflict = base === undefined ? undefined : await findConflict(open.kind.name, slug, path, base, text);
  if (!conflict || conflict.theirs === ours) return;
  showConflict(conflict, text, open.kind);
  throw new NotSaved('Bài này vừa có người khác sửa.');
}

/** Leaves the form of a new entry for the entry that the first save has made after all, with what was typed since. */
function goOnInStore({ kind, values }: OpenEntry, slug: string, text: string, base: string): void {
  const draft = { collection: kind.name, slug, title: titleOf({ kind, values, slug }), text, base, at: Date.now() };
  if (text !== base) keepDraft(draftKey(kind.name, slug, ''), draft);
  // Not before the refusal has gone through: it would be told of the form that is left.
  setTimeout(() => {
    const form = openEntry()?.key;
    store.dispatch({ type: 'DRAFT_DISCARD' });
    if (form) dropDraft(draftKey(kind.name, undefined, form));
    location.hash = `#/collections/${kind.name}/entries/${slug}`;
    if (text !== base) wantDraft(draftKey(kind.name, slug, ''), draft);
  }, 500);
}
