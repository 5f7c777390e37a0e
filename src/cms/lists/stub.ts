const MARK = '\u0000danh-muc ';

/** Stands in a list for the text of a file: its title alone. No file can begin so, and nothing that begins so is ever saved. */
export const stubOf = (title: string): string => MARK + title;

/** The title that a stub holds; undefined for the text of a file. */
export const titleInStub = (text: string): string | undefined => (text.startsWith(MARK) ? text.slice(MARK.length) : undefined);
