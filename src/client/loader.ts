/**
 * The one script inside every page, so it must stay tiny (800 bytes). It finds what can be enhanced
 * (`data-enhance="<name>"`) and fetches that script only when it is worth its bytes: a quiz at the first touch or when
 * answers of it are kept, the home page when anything is kept, the rest at once. A script that does not come changes nothing.
 */
declare const __CHUNKS__: Record<string, string>;

let kept = '';
try {
  kept = localStorage.sttb || '';
} catch (_) {} // blocked storage: as if nothing were kept

document.querySelectorAll<HTMLElement>('[data-enhance]').forEach((root) => {
  const name = root.dataset.enhance as string;
  const quiz = root.dataset.quiz;
  let script: Promise<unknown> | 0;
  const load = () => {
    if (!script)
      script = import(__CHUNKS__[name] as string).then(
        (module) => module.start(root),
        () => {
          script = 0; // the network failed; the next touch tries again
        },
      );
  };
  if (quiz) for (const touch of ['pointerdown', 'change']) root.addEventListener(touch, load);
  if (quiz ? kept.includes(quiz + '"') : kept || name !== 'home') setTimeout(load);
});

// The worker comes in once the page has been read and the line is quiet, and never for a reader who saves data.
const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
if (serviceWorker && !serviceWorker.controller && !(connection && connection.saveData)) {
  addEventListener('load', () => setTimeout(() => import(__CHUNKS__.offline as string).then((module) => module.start()).catch(() => {}), 3000));
}
