/** What the page asks of the worker. Every question is answered on the port that comes with it. */
export type Question = { ask: 'status' } | { ask: 'download'; modules: readonly string[] } | { ask: 'pause' } | { ask: 'remove'; module: string } | { ask: 'check' } | { ask: 'wipe' } | { ask: 'quiet'; url: string };

/** What the worker says, unasked, to every open tab: how far a download is, or why it stands still. */
export interface Progress {
  module: string;
  /** Parts that are kept and right, and how many there are. */
  done: number;
  total: number;
  /** Why it does not go on: no network, a wrong answer (a portal, an old copy), a full phone, or because the reader paused it. */
  stopped?: 'network' | 'wrong' | 'full' | 'paused';
}

/** What is kept and what there is. */
export interface Status {
  /** Nothing before the first install is complete. */
  build: number | undefined;
  kept: string[];
  wanted: string[];
  /** Kept modules of which the browser has thrown something away; asking for them again brings it back. */
  lost: string[];
  /** Paths of kept lessons whose text is new since the last edition that changed any. */
  news: string[];
  /** Paths of kept pages. */
  pages: string[];
  /** Modules and their cost; nothing when that has never been fetched and there is no network. */
  list: Record<string, { title: string; lessons: number; bytes: number }> | undefined;
}
