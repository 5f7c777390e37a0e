import type { TrainerStrings } from '../../schemas/trainer-strings.ts';
import type { QuizDraft } from './quiz.ts';

/** What the build writes for the preview, see `src/build/desk/preview-data.ts`. */
export interface PreviewData {
  /** Stylesheets: that of every page, that of the pages around the lessons, that of the trainers' pages. */
  css: Record<'every' | 'more' | 'wing', string>;
  /** What a finished page of a kind has besides what is drawn here, and how much better a server compresses than a browser. */
  shells: Record<string, { html: string; ratio: number }>;
  words: Record<string, string>;
  quizWords: Record<string, string>;
  storyWords: Record<string, string>;
  trainerWords: Pick<TrainerStrings, 'hub' | 'plan' | 'disclosure'>;
  icons: Record<string, string[]>;
  facts: Record<string, string>;
  /** Titles of what links lead to: `lessons/a1-1`, `facts/F1.3`. */
  titles: Record<string, string>;
  /** The equivalent forms of a module's quiz. */
  forms: Record<string, string[]>;
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
