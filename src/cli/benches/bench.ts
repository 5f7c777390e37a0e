/** Something that can be measured on the finished site. */
export interface Bench {
  /** One line: what it measures. */
  about: string;
  /**
   * @param args what stands behind the name on the command line
   * @returns the same figures twice: as rows for people (the first row is the heading), and as data for `--json`
   * @throws {Error} when there is nothing to measure
   */
  measure(args: string[]): Promise<{ rows: string[][]; data: unknown }>;
}
