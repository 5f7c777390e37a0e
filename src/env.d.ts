declare namespace App {
  /** What a page tells the components inside its text while it is being rendered. */
  interface Locals {
    /** Anchors already written on this page, so that a word explained twice gets one anchor only. */
    anchors?: Set<string>;
  }
}
