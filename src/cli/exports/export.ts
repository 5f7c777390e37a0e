/** What an export ends with: text for the standard output, or, when it has written files, the exit code (0: all came out right). */
type Made = string | number;

/** One thing that can be made from the finished site besides the site itself. */
export interface Export {
  /** What comes out, in a few Vietnamese words. */
  about: string;
  /**
   * Makes it.
   *
   * @param out the folder of the finished site
   * @param given what stands after the name on the command line
   * @throws {Error} in words for the person who asked, when there is nothing to make it from
   */
  run(out: string, given: string[]): Promise<Made> | Made;
}
