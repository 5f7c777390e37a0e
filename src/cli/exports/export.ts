/** Something that can be made from the finished site. */
export interface Export {
  /** One line: what comes out, and where. */
  about: string;
  /**
   * @returns the exit code: 0 when everything came out right
   * @throws {Error} in words for the person who asked, when there is nothing to make it from
   */
  run(): Promise<number>;
}
