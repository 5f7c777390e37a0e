/** The board of drafts: comes when it is first looked at. */
// First of all: Decap's modules import each other in a circle and must be entered at its door.
import 'decap-cms-core';

import Board from './ui/decap-board.ts';

export default Board;
