/** What lunr's own files expect as a global; the bundler puts it in its place (`inject`). */
export const lunr = {};
