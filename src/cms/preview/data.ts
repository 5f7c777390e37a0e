import type { QuizDraft } from './quiz.ts';

/** What the build writes for the preview, see `src/build/desk/preview-data.ts`. */
export interface PreviewData {
  css: string;
  /** What every page costs before its own text, compressed. */
  shellBytes: number;
  words: Record<string, string>;
  quizWords: Record<string, string>;
  storyWords: Record<string, string>;
  icons: Record<string, string[]>;
  facts: Record<string, string>;
  contacts: Record<string, { name: string; use: string; number: string; tel: string; isCallable: boolean }>;
  quizzes: Record<string, Required<QuizDraft>>;
}

/** What is needed to draw: what the build wrote, and where a picture of the library is found. */
export interface DrawData extends PreviewData {
  picture(name: string): string;
}

let loaded: Promise<PreviewData> | undefined;

/** Fetches it once. */
export function loadPreviewData(): Promise<PreviewData> {
  loaded ??= fetch('preview.json', { cache: 'no-cache' }).then((answer) => answer.json() as Promise<PreviewData>);
  return loaded;
}
