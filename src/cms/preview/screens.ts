import type { PreviewData } from './data.ts';

/** What a page can be looked at on. Sizes are in the page's own pixels. */
export interface Screen {
  label: string;
  width: number;
  /** A wall has a height; a phone and a sheet are as long as the page. */
  height?: number;
  isPaper?: boolean;
}

/** Two cheap phones, a tablet, a projector of 4:3, a sheet of A4. */
export const screens: Screen[] = [
  { label: '240', width: 240 },
  { label: '360', width: 360 },
  { label: '768', width: 768 },
  { label: 'Máy chiếu', width: 1024, height: 768 },
  { label: 'Giấy in', width: 794, isPaper: true },
];

/** The screen that most readers have. */
export const usualScreen = screens[1] as Screen;

/** The stylesheets of a kind's page, as the site links them. */
export function sheetsOf(kind: string, { css }: PreviewData): string {
  if (kind === 'plans') return css.every + css.wing;
  return kind === 'lessons' || kind === 'quizzes' ? css.every : css.every + css.more;
}

/** A stylesheet as a screen applies it: paper takes what is said for print, and nothing that is said for screens. */
export function cssFor(css: string, { isPaper }: Screen): string {
  const own = 'main{min-height:0}.desk-map svg{max-width:100%;height:auto}';
  if (!isPaper) return css + own;
  return `${css
    .replaceAll('@media not print', '@media not all')
    .replaceAll('@media print', '@media all')
    .replace(/@media screen\b/g, '@media speech')}${own}html{background:#fff}body{padding:15mm}`;
}
