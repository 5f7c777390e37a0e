/** One thing that can be made from the finished site besides the site itself. */
export interface Export {
  /** What comes out, in a few Vietnamese words. */
  about: string;
  /**
   * Makes it.
   *
   * @param out the folder of the finished site
   * @param given what stands after the name on the command line
   * @returns text for the standard output; nothing when files have been written
   */
  run(out: string, given: string[]): Promise<string | undefined> | string | undefined;
}
