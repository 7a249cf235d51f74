// The key "/" leads to the search box from anywhere on a page, unless one is writing.
addEventListener("keydown", (event) => {
  "use strict";
  const writing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
  const box = document.getElementById("find");
  if (!box || !box.getClientRects().length) return;
  event.preventDefault();
  box.focus();
  box.select();
});
