/**
 * Never run. What stands here becomes a file of its own beside the rest of what a list needs: over a line that begins slowly two
 * files come sooner than one, and are read side by side. Nothing of Decap's may stand here.
 */
import 'desk:config';
import 'immutable';
import 'react-dom';
import 'localforage';
import 'react-dnd';
import 'react-dnd-html5-backend';
import 'react-modal';
import 'react-redux';
import 'react-toastify';
import 'react-window';
