/**
 * The offline form of the site: what the build writes under `/goi/` and the worker reads.
 *
 * Everything but the root is an object whose name is the hash of its bytes (the first 128 bits of SHA-256, in hex), so
 * whoever holds a name can tell whether what came over the network is right. Objects point at objects:
 *
 *   root (`moi.json`, asked for afresh) → top → (branches →) groups → modules → pages
 *
 * A check for news is the root alone; one changed lesson changes one page, its module, its group, the top and the root,
 * each small whatever the number of lessons, because the modules are dealt into about √n groups, and many of them into ∛n branches of
 * ∛n groups. Of a lesson with a quiz only the piece that has changed is fetched.
 */
export interface Root {
  /** Build number: only ever goes up; a smaller one is an old copy and is ignored. */
  build: number;
  /** Id of the {@link Top}. */
  top: string;
  /** Id of the `Recall` (`recall.ts`), when anything is withdrawn. */
  recall?: string;
}

/**
 * Name of the one cache that holds everything. A page makes it, empty, before it asks for a first worker, and a wipe removes it: a worker
 * whose script comes only after a wipe finds none, and does not settle in.
 */
export const KEPT = 'sttb-1';

/** What every reader needs, and the way to the rest. */
export interface Top {
  /** Id of the {@link Shell}. */
  shell: string;
  /** Id of the {@link ModuleManifest} of the pages that everybody keeps. */
  core: string;
  /** Id of the {@link ModuleManifest} of every other page that belongs to no module. It is never offered as a download. */
  rest: string;
  /** Id of the {@link ModuleList}, for the page where people choose what to keep. */
  list: string;
  /** Id of the {@link Scripts}. */
  scripts: string;
  /** The way to the modules. */
  groups: Branch;
}

/** {@link Group}s, or further branches, in the order of their modules' ids, each with its first module. */
export type Branch = [firstModule: string, id: string][];

/**
 * What all pages of the layout share: a page is `before + head + between + main + after`. `more` is the second style
 * that the pages around the lessons carry at the end of their head; in a body one character stands for it.
 */
export interface Shell {
  more: string;
  before: string;
  between: string;
  after: string;
}

/**
 * All scripts that pages fetch on demand, as root-relative paths, each with the id of its bytes. Those that everybody
 * keeps are among the files of the core; the others are kept once they have been used, or with the first module.
 */
export type Scripts = Record<string, string>;

/** Some modules: their ids as in the catalogue, each with the id of its {@link ModuleManifest}. */
export type Group = Record<string, string>;

/** What each module would cost: title, number of lessons, bytes on the wire with its pictures, in whole kilobytes, so that it seldom changes. */
export type ModuleList = Record<string, { title: string; lessons: number; bytes: number }>;

/** One module ready to be kept. */
export interface ModuleManifest {
  title: string;
  /** Root-relative paths of its pages, each with the id of its body. */
  pages: Record<string, string>;
  /** Its pictures: root-relative paths, each with the id of its bytes and their number. */
  files: Record<string, [id: string, bytes: number]>;
  /** Ids of the {@link Pack}s that together hold all its pages, each with the bytes it takes on the wire. */
  packs: [id: string, bytes: number][];
  /** Pages that can be had in pieces as well (see {@link cutBody}), with the names of those: whoever has an older text fetches what differs. */
  pieces?: Record<string, string[]>;
}

/** Bodies by root-relative path. */
export type Pack = Record<string, string>;

/** Between the two parts of a body, which no page can hold. */
const SEAM = '\u0000';
/** In a body's head: here the page has the shell's second style. */
const MORE = '\u0001';

/** The page that a shell and a body make. */
export function compose(shell: Shell, body: string): string {
  const seam = body.indexOf(SEAM);
  return shell.before + body.slice(0, seam).replace(MORE, () => shell.more) + shell.between + body.slice(seam + 1) + shell.after;
}

const BETWEEN_START = '</head>';
const MAIN = '<main id="noi-dung">';
const MAIN_END = '</main>';
const HEAD = '<title>';

/**
 * Cuts a finished page into what the layout wrote and what is its own.
 * Gives nothing when the page is not of this layout: a portal's log-in page, half a page, another site's error.
 */
export function split(html: string): { shell: Shell; body: string } | undefined {
  const head = html.indexOf(HEAD);
  const headEnd = html.indexOf(BETWEEN_START, head);
  const main = html.indexOf(MAIN, headEnd);
  const mainEnd = html.lastIndexOf(MAIN_END);
  if (head < 0 || headEnd < 0 || main < 0 || mainEnd < main) return undefined;
  const mainStart = main + MAIN.length;
  const own = html.slice(head, headEnd);
  const more = /<style>[^]*<\/style>/.exec(own)?.[0] ?? '';
  return {
    shell: { more, before: html.slice(0, head), between: html.slice(headEnd, mainStart), after: html.slice(mainEnd) },
    body: own.replace(more || MORE, MORE) + SEAM + html.slice(mainStart, mainEnd),
  };
}

const QUIZ = '<form class="quiz"';
const QUIZ_END = '</form>';

/** A piece of text has at least so many characters (but the last): shorter ones compress badly, and each has a name to pay for. */
const PIECE_CHARACTERS = 1_200;

/** The pieces of a body, which joined give it back: the sections before its quiz, a few together; the quiz; the rest. A body without a quiz is one piece. */
export function cutBody(body: string): string[] {
  const start = body.indexOf(QUIZ);
  const end = body.indexOf(QUIZ_END, start) + QUIZ_END.length;
  if (start < 0 || end < start) return [body];
  const pieces: string[] = [];
  let piece = '';
  for (const section of body.slice(0, start).split(/(?=<section)/)) {
    if (piece.length >= PIECE_CHARACTERS) {
      pieces.push(piece);
      piece = '';
    }
    piece += section;
  }
  return [...pieces, piece, body.slice(start, end), body.slice(end)];
}

/** A piece's name: half of the hash is enough to find it, because the joined body is compared with the whole of its own. */
export const pieceName = (id: string): string => id.slice(0, 16);

/** The module a page says it belongs to: the first one it links to. A hint where to look for its hash, nothing more. */
export const moduleHint = (body: string): string | undefined => /\/hoc-phan\/([a-z0-9-]+)\//.exec(body)?.[1];

/** The group or branch that a module would be in: the last one whose first module is not after it. */
export function branchOf(branch: Branch, module: string): string | undefined {
  let found: string | undefined;
  for (const [first, id] of branch) if (first <= module) found = id;
  return found;
}
