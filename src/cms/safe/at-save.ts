import { DecapCmsCore as CMS } from 'decap-cms-core';
import { contentPathOf, loadChecker } from '../check/load-checker.ts';
import { showFindings } from '../check/show-findings.ts';
import type { FormMap } from '../ui/props.ts';
import { findConflict, showConflict } from './conflict.ts';
import { describeEntry, type OpenEntry, openEntry, textInStore, textOf } from './store.ts';
import { baseOf, noteSaved } from './watch.ts';

/** A refusal whose words stand alone in the toast. */
class NotSaved extends Error {
  override name = '';
}

/** Nothing is saved that is broken, that would lie over somebody else's work, or that takes a name already given. */
export function guardSaving(contentDir: string): void {
  CMS.registerEventListener({
    name: 'preSave',
    handler: async ({ entry }: { entry: FormMap }) => {
      const open = describe(entry);
      const path = contentPathOf(open);
      const { checkEntry } = await loadChecker();
      const findings = await checkEntry(open, path);
      if (findings.stops.length > 0) {
        showFindings(findings);
        throw new NotSaved(`Bài có ${findings.stops.length} chỗ phải sửa.`);
      }
      await refuseOtherWork(open, `${contentDir}/${path}`, findings.text);
    },
  });
  CMS.registerEventListener({
    name: 'postSave',
    handler: ({ entry }: { entry: FormMap }) => {
      const open = { ...describe(entry), key: openEntry()?.key ?? '' };
      noteSaved(open, `${contentDir}/${contentPathOf(open)}`, textOf(open));
    },
  });
}

function describe(entry: FormMap): OpenEntry {
  const open = describeEntry(entry);
  if (!open) throw new NotSaved('Không rõ bài này thuộc loại nào.');
  return open;
}

async function refuseOtherWork(open: OpenEntry, path: string, text: string): Promise<void> {
  const slug = open.slug ?? String(open.values['id'] ?? open.kind.name);
  const base = baseOf(path);
  if (open.isNew) {
    if (await textInStore(open.kind.name, slug, path)) throw new NotSaved(`Mã “${slug}” đã có. Hãy chọn mã khác.`);
    return;
  }
  const conflict = base === undefined ? undefined : await findConflict(open.kind.name, slug, path, base, text);
  if (!conflict) return;
  showConflict(conflict, text, open.kind);
  throw new NotSaved('Bài này vừa có người khác sửa.');
}
