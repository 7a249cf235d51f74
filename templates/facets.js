// Filters and sorts the table of all figures. The rows of older pages are fetched from those pages when they are needed.
(() => {
  "use strict";
  const form = document.getElementById("facets");
  const body = document.querySelector("#figures tbody");
  if (!form || !body) return;

  const PAGES = 48; // fetched without being asked again
  const TOGETHER = 8; // at once
  const FACETS = ["topic", "kind", "country", "speaker", "period"];
  const language = document.documentElement.lang;
  const number = new Intl.NumberFormat(language);
  const order = new Intl.Collator(language).compare;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const status = form.querySelector("[role=status]");
  const more = form.querySelector(".more");
  const labels = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const rows = [];

  // What a row belongs to, by facet; a period belongs to each of its years.
  const read = (element) => {
    const data = element.dataset;
    const years = [];
    for (let year = Number(data.start?.slice(0, 4)); data.start && year <= Number(data.end.slice(0, 4)); year++) years.push(String(year));
    const label = (facet, value, words) => value && labels[facet].set(value, words);
    for (const link of element.querySelectorAll("[data-topic]")) label("topic", link.dataset.topic, link.textContent);
    label("country", data.country, element.querySelector(".country")?.textContent);
    label("speaker", data.speaker, element.querySelector(".speaker a")?.textContent);
    for (const year of years) label("period", year, year);
    return {
      element,
      place: rows.length,
      text: plain(element.querySelector(".subject").textContent),
      value: data.value ? Number(data.value) : null,
      start: data.start ?? "",
      published: element.querySelector(".when time").dateTime,
      topic: (data.topics ?? "").split(" ").filter(Boolean),
      kind: [data.kind],
      country: data.country ? [data.country] : [],
      speaker: data.speaker ? [data.speaker] : [],
      period: years,
    };
  };
  const add = (elements) => {
    for (const element of elements) rows.push(read(element));
  };

  // The pages behind this one are numbered from the oldest; those that are still to come, newest first.
  const [, folder, last] = form.dataset.older.match(/^(.*\/)(\d+)(?=\/index\.html$)/) ?? [];
  const behind = Array.from({ length: Number(last ?? 0) }, (_, index) => `${folder}${last - index}/index.html`);

  const rowsOf = async (path) => {
    const address = new URL(path, location.href);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelectorAll("#figures tbody tr")].map((element) => {
      const row = document.importNode(element, true);
      for (const link of row.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
      row.hidden = true;
      return row;
    });
  };
  let loading = null;
  const load = () => {
    loading ??= (async () => {
      try {
        for (let left = PAGES; behind.length && left > 0; left -= TOGETHER) {
          const found = (await Promise.all(behind.slice(0, TOGETHER).map(rowsOf))).flat();
          behind.splice(0, TOGETHER);
          add(found);
          status.textContent = `${number.format(rows.length)} …`;
        }
      } catch {
        behind.length = 0; // from disk, or offline: what is here is filtered all the same
      }
      loading = null;
    })();
    return loading;
  };

  const SORTS = {
    newest: (a, b) => a.place - b.place,
    highest: (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.place - b.place,
    lowest: (a, b) => (a.value ?? Infinity) - (b.value ?? Infinity) || a.place - b.place,
    period: (a, b) => order(b.start, a.start) || a.place - b.place,
    what: (a, b) => order(a.text, b.text) || a.place - b.place,
  };
  const chosen = () => Object.fromEntries(new FormData(form));
  const passes = (row, wanted, words, except) =>
    words.every((word) => row.text.includes(word)) &&
    (!wanted.from || row.published >= wanted.from) &&
    (!wanted.to || row.published <= wanted.to) &&
    FACETS.every((facet) => facet === except || !wanted[facet] || row[facet].includes(wanted[facet]));

  const count = (facet, wanted, words) => {
    const select = form.elements[facet];
    const counts = new Map();
    for (const row of rows) {
      if (passes(row, wanted, words, facet)) for (const value of row[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const all = select.options[0];
    const name = (value) => labels[facet].get(value) ?? select.querySelector(`[value="${CSS.escape(value)}"]`)?.dataset.name ?? value;
    const known = [...new Set([...labels[facet].keys(), ...[...select.options].slice(1).map((option) => option.value)])];
    const options = known
      .map((value) => [value, name(value)])
      .sort((a, b) => (facet === "period" ? order(b[1], a[1]) : order(a[1], b[1])))
      .filter(([value]) => counts.get(value) || value === wanted[facet])
      .map(([value, words]) => {
        const option = new Option(`${words} (${number.format(counts.get(value) ?? 0)})`, value, false, value === wanted[facet]);
        labels[facet].set(value, words);
        return option;
      });
    select.replaceChildren(all, ...options);
  };

  const show = () => {
    const wanted = chosen();
    const words = plain(wanted.what).split(/\s+/).filter(Boolean);
    for (const facet of FACETS) count(facet, wanted, words);
    const found = rows.filter((row) => passes(row, wanted, words)).sort(SORTS[wanted.sort]);
    const elements = new Set(found.map((row) => row.element));
    for (const row of rows) row.element.hidden = !elements.has(row.element);
    // a table that is in order already, as it is at first, is left as it was drawn
    if (found.some((row, index) => row.element !== body.rows[index])) body.append(...elements);
    status.textContent = `${number.format(found.length)} / ${number.format(rows.length)}`;
    more.hidden = !behind.length;
  };
  const remember = () => {
    const kept = Object.entries(chosen()).filter(([name, value]) => value && !(name === "sort" && value === "newest"));
    history.replaceState(null, "", kept.length ? `?${new URLSearchParams(kept)}` : location.pathname);
  };
  let waiting = 0;
  const change = async () => {
    clearTimeout(waiting);
    body.ariaBusy = "true";
    await load();
    show();
    remember();
    body.ariaBusy = "false";
  };

  add(body.rows);
  for (const option of form.elements.kind.options) if (option.value) labels.kind.set(option.value, option.textContent);
  show();
  form.addEventListener("change", change);
  form.elements.what.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(change, 200);
  });
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change();
  });
  more.addEventListener("click", change);

  const asked = [...new URLSearchParams(location.search)].filter(([name]) => form.elements[name]);
  if (asked.length) {
    body.ariaBusy = "true";
    load().then(() => {
      show(); // so that every value has its option
      for (const [name, value] of asked) form.elements[name].value = value;
      show();
      body.ariaBusy = "false";
    });
  }
})();
