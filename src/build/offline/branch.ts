import type { Branch, Group } from '../../shared/offline.ts';
import type { ObjectFolder } from './objects.ts';

/** With more modules than this, one list more on the way to a lesson costs less than longer lists. */
const LONG = 512;

/**
 * About √n groups of √n modules, or ∛n branches of ∛n groups of ∛n, in order, so that no list on the way to a lesson grows faster.
 *
 * @param modules their ids in order, each with the id of its manifest
 */
export function branch(modules: Branch, folder: Pick<ObjectFolder, 'putJson'>): Branch {
  const isLong = modules.length > LONG;
  const size = Math.max(1, Math.ceil(modules.length ** (isLong ? 1 / 3 : 1 / 2)));
  const deal = (items: Branch) => Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
  const pack = (parts: Branch[], form: (part: Branch) => Branch | Group): Branch => parts.map((part) => [part[0]?.[0] ?? '', folder.putJson(form(part))]);
  const groups = pack(deal(modules), (part) => Object.fromEntries(part));
  return isLong ? pack(deal(groups), (part) => part) : groups;
}
