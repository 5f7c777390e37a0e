/**
 * Shows a branching story one scene at a time. `root` holds all scenes as sections; choices are links to anchors in
 * them, so Back, Forward and a bookmark work by themselves: this only follows the address. Nothing is kept.
 */
export function start(root: HTMLElement): void {
  const scenes = Array.from(root.querySelectorAll('section'));
  const voice = root.querySelector('.say');

  /** The scene that the address names: the first when it names none, nothing when it names something else on the page. */
  function named(): HTMLElement | null | undefined {
    const id = location.hash.slice(1);
    const place = id ? document.getElementById(id) : null;
    if (place && !root.contains(place)) return null;
    return (place && place.closest('section')) || scenes[0];
  }

  function show(): HTMLElement | null | undefined {
    const scene = named();
    if (scene) for (const other of scenes) other.toggleAttribute('data-now', other === scene);
    return scene;
  }

  function goOn(): void {
    const scene = show();
    const heading = scene && scene.querySelector<HTMLElement>('h2,h3');
    if (!scene || !heading) return;
    const said = scene.querySelector(':target');
    if (voice) voice.textContent = said ? said.textContent : '';
    heading.tabIndex = -1;
    heading.focus();
    // The page has become shorter: the scene begins where the story does, under the bar that stays at the top.
    scrollTo(0, root.getBoundingClientRect().top + pageYOffset - 76);
  }

  root.setAttribute('data-on', '');
  show();
  addEventListener('hashchange', goOn);
}
