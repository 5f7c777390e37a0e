/** Something that can be measured on the finished site. */
export interface Bench {
  /** One line: what it measures. */
  about: string;
  /**
   * @returns the same figures twice: as rows for people (the first row is the heading), and as data for `--json`
   * @throws {Error} when there is nothing to measure
   */
  measure(): Promise<{ rows: string[][]; data: unknown }>;
}
