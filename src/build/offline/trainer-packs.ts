import { trainerPaths } from '../../shared/trainer-paths.ts';

/** The pack of the tools that every session needs: named on the trainers' own page. */
export const TOOLS_PACK = 'tap-huan';

/** Pages that stand in every trainer's pack, so that the card for a disclosure is never missing. */
const always = [trainerPaths.training, trainerPaths.disclosure, trainerPaths.groups];
const tools = [trainerPaths.merge, trainerPaths.savings, trainerPaths.trade, trainerPaths.posters];

/**
 * The trainers' packs: one for each plan (plan, slides, kit, group quiz) and one for the tools, with the group quizzes of modules that have no
 * plan yet. Their pages are not in the packs of the modules, which everybody downloads.
 *
 * @param all root-relative paths of all pages
 */
export function trainerPacks(plans: { id: string; title: string; module?: string }[], all: string[]): { id: string; title: string; pages: string[] }[] {
  const isPage = (path: string) => all.includes(path);
  const packs = plans.map(({ id, title, module }) => ({ id, title, pages: [trainerPaths.plan(id), trainerPaths.deck(id), trainerPaths.kit(id), ...(module ? [trainerPaths.group(module)] : []), ...always] }));
  const planned = new Set(packs.flatMap(({ pages }) => pages));
  const unplanned = all.filter((path) => path.startsWith(trainerPaths.groups) && !planned.has(path));
  return [...packs, { id: TOOLS_PACK, title: '', pages: [...always, ...tools, ...unplanned] }].map((pack) => ({ ...pack, pages: pack.pages.filter(isPage) })).filter(({ pages }) => pages.length > 0);
}

/** What pages call a script, from its address: `/js/deck-0f3a.js` is `deck`. */
export const scriptName = (path: string): string => path.replace(/^\/js\/|-[0-9a-f]+\.js$/g, '');

/** Scripts that no page outside the trainers' wing asks for, by address. */
export function trainerScripts(files: string[], bodies: Map<string, string>): string[] {
  const wanted = (isTrainers: boolean) => new Set([...bodies].filter(([path]) => path.startsWith(trainerPaths.training) === isTrainers).flatMap(([, body]) => [...body.matchAll(/data-enhance="([a-z]+)"/g)].map((match) => match[1])));
  const [theirs, others] = [wanted(true), wanted(false)];
  return files.filter((file) => theirs.has(scriptName(file)) && !others.has(scriptName(file)));
}
