// @ts-check
// The islands. Each wakes only where its attribute is on the page; without them every page still works. See docs/ui.md, section 7.
import "./keys.js";
import "./draft.js";
import "./typeahead.js";
import "./live.js";
import "./picks.js";
import "./timer.js";
import "./reveal.js";
