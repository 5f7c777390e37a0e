/** One text file of the content folder. */
export interface ContentFile {
  /** Relative to the content folder, with `/` between names: `lessons/a1-1.mdx`. */
  path: string;
  text: string;
}

/** One mistake, in words an editor can act on. */
export interface Problem {
  /** The file's path, as it was given. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** Column in the line, from 1. */
  column: number;
  /** Name of the rule, kebab-case: for tests and for help pages, not for editors. */
  rule: string;
  /** What is wrong, in Vietnamese. */
  message: string;
  /** How to mend it, in Vietnamese. */
  mend: string;
  /** An error stops a build; a warning is printed and let through. */
  severity: 'error' | 'warning';
}

/** What a check needs to know besides the files. */
export interface CheckOptions {
  /** The day of the build, `YYYY-MM-DD`: decides what is out of date. */
  buildDate: string;
  /** File names in `content/media/`. */
  media: string[];
  /** Hold the number of warnings about wording to its budget, as `npm run check` does. A build lets them through. */
  budgets?: boolean;
}
