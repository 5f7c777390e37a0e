/** A file that could not be read; it is carried through unchanged, and the desk refuses to save it. */
export const BROKEN = 'khong-doc-duoc';
