// Leaves those rows of a table that hold every word typed, whatever their case and accents.
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  for (const input of document.querySelectorAll(".narrow input")) {
    const status = input.parentElement.querySelector("[role=status]");
    const rows = [...document.querySelectorAll(`#${input.dataset.table} tbody tr`)];
    const texts = rows.map((row) => plain(row.textContent));
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const show = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      let found = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        found += row.hidden ? 0 : 1;
      });
      status.textContent = !words.length ? "" : found ? `${number.format(found)} / ${number.format(rows.length)}` : status.dataset.none;
    };
    input.addEventListener("input", show);
    input.parentElement.hidden = false;
    show(); // a browser that goes back keeps what was typed
  }
})();
