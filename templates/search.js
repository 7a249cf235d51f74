// The search page: what the form asks for goes to Pagefind's index, what it finds becomes elements. Texts only ever become
// text nodes, so nothing that stands in an article can run.
(() => {
  "use strict";
  const GROUPS = ["topic", "speaker", "country", "year"];
  const FEW = 8; // values of a filter that are shown at first
  const MANY = 200; // and at the most
  const STEP = 10; // results that are shown at once
  const SENTENCES = 3; // of one result
  const WORDS = 60; // of one sentence
  const WAIT = 180; // milliseconds after the last key

  const form = document.getElementById("search");
  const [box, list, count, more, sort, chosen] = ["find", "results", "count", "more", "sort", "chosen"].map((id) =>
    document.getElementById(id),
  );
  const language = document.documentElement.lang;
  const locale = language === "en" ? "en-001" : language; // English without a country, as on the other pages
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const plural = new Intl.PluralRules(locale);
  const words = (id) =>
    new Map([...document.getElementById(id).content.querySelectorAll("data")].map((one) => [one.value, one.textContent]));
  const names = words("names");
  const counts = words("counts");
  const years = form.dataset.years.split(" ");
  const unfolded = new Set(); // filters of which all values are shown
  let pagefind;
  let state;
  let results = [];
  let turn = 0; // of two searches under way, the later one counts

  // ---- small pieces ----

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const counted = (number) => {
    const sample = [...counts.keys()].find((one) => plural.select(Number(one)) === plural.select(number));
    return (counts.get(sample) ?? counts.get("100")).replace("#", numbers.format(number));
  };
  // A speaker is a slug, a blank and a name; others are their own key.
  const key = (group, value) => (group === "speaker" ? value.split(" ", 1)[0] : value);
  const label = (group, value) =>
    group === "speaker" ? value.slice(key(group, value).length + 1) : (names.get(`${group} ${value}`) ?? value);
  const show = (id) => document.getElementById("failed").replaceChildren(document.getElementById(id).content.cloneNode(true));

  // ---- what is asked for, in the address of the page ----

  const read = () => {
    const address = new URLSearchParams(location.search);
    return {
      q: (address.get("q") ?? "").trim(),
      sort: address.get("sort") === "date" ? "date" : "relevance",
      ...Object.fromEntries(GROUPS.map((group) => [group, new Set(address.getAll(group))])),
    };
  };
  const write = (how) => {
    const address = new URLSearchParams();
    if (state.q) address.set("q", state.q);
    for (const group of GROUPS) for (const value of state[group]) address.append(group, value);
    if (state.sort === "date") address.set("sort", "date");
    const query = address.toString();
    const target = query ? `?${query}` : location.pathname;
    if (query !== location.search.slice(1)) history[how](null, "", target);
  };
  const fill = () => {
    state = read();
    box.value = state.q;
    sort.value = state.sort;
  };

  // ---- asking Pagefind ----

  const load = async () => {
    const index = new URL(form.dataset.index, document.baseURI);
    pagefind = await import(new URL(`${years[0]}/pagefind.js`, index));
    await pagefind.init();
    for (const year of years.slice(1)) await pagefind.mergeIndex(new URL(`${year}/`, index).href);
    return pagefind.filters();
  };
  // The values that are chosen, as the index has them, but for one filter.
  const filters = (all, but) =>
    Object.fromEntries(
      GROUPS.filter((group) => group !== but && state[group].size).map((group) => {
        const values = Object.keys(all[group] ?? {}).filter((value) => state[group].has(key(group, value)));
        return [group, { any: values.length ? values : ["-"] }];
      }),
    );
  const term = () => state.q || null;
  // Sorted scores of several indexes cannot be compared, so the years are asked one after the other.
  const find = async (all) => {
    const asked = filters(all);
    const first = await pagefind.search(term(), { filters: asked });
    if (state.sort !== "date" && state.q) return first;
    const parts = [];
    for (const year of years.filter((one) => first.filters.year?.[one])) {
      const options = { filters: { ...asked, year: [year] }, sort: { date: "desc" } };
      parts.push(...(await pagefind.search(term(), options)).results);
    }
    return { ...first, results: parts };
  };
  // How many articles each value of a filter would leave, given the words and the other filters.
  const tallies = async (all, found) => {
    const wanted = GROUPS.map(async (group) => {
      const other = state[group].size ? await pagefind.search(term(), { filters: filters(all, group) }) : found;
      return [group, other.filters[group] ?? {}];
    });
    return Object.fromEntries(await Promise.all(wanted));
  };
  const nothing = () => !state.q && GROUPS.every((group) => !state[group].size);

  const run = async (all) => {
    const mine = ++turn;
    const found = nothing() ? { results: [], filters: all } : await find(all);
    const left = nothing() ? all : await tallies(all, found);
    if (mine !== turn) return;
    results = found.results;
    for (const group of GROUPS) drawFilter(group, all[group] ?? {}, left[group] ?? {});
    const number = GROUPS.reduce((sum, group) => sum + state[group].size, 0);
    chosen.textContent = number ? numbers.format(number) : "";
    sort.disabled = !state.q;
    const first = await rows(0);
    if (mine !== turn) return;
    list.replaceChildren(...first);
    more.hidden = list.children.length >= results.length;
    count.textContent = nothing() ? "" : results.length ? counted(results.length) : form.dataset.none;
  };

  // ---- filters ----

  const drawFilter = (group, all, left) => {
    const field = form.querySelector(`[data-filter="${group}"]`);
    const focused = field.contains(document.activeElement) ? document.activeElement.value : null;
    const byCount = (a, b) => (left[b] ?? 0) - (left[a] ?? 0) || label(group, a).localeCompare(label(group, b), language);
    const byYear = (a, b) => b.localeCompare(a);
    const isOn = (value) => state[group].has(key(group, value));
    const values = Object.keys(all)
      .filter((value) => left[value] || isOn(value))
      .sort(group === "year" ? byYear : byCount);
    const shown = values.filter((value, place) => place < (unfolded.has(group) ? MANY : FEW) || isOn(value));
    const items = shown.map((value) => {
      const input = make("input", { type: "checkbox", name: group, value: key(group, value), checked: isOn(value) });
      const name = make("bdi", {}, label(group, value));
      return make("li", {}, make("label", {}, input, name, make("span", { className: "tally" }, numbers.format(left[value] ?? 0))));
    });
    const rest = [make("ul", {}, ...items)];
    rest[0].setAttribute("role", "list");
    if (values.length > FEW) {
      const open = unfolded.has(group);
      const text = open ? form.dataset.fewer : form.dataset.all.replace("#", numbers.format(Math.min(values.length, MANY)));
      rest.push(make("button", { type: "button", value: "fold", className: "fold", textContent: text, ariaExpanded: String(open) }));
    }
    field.hidden = !values.length;
    field.replaceChildren(field.querySelector("legend"), ...rest);
    if (focused !== null) [...field.querySelectorAll("input, button")].find((one) => one.value === focused)?.focus();
  };

  // ---- results ----

  const rows = async (from) => {
    const data = await Promise.all(results.slice(from, from + STEP).map((one) => one.data()));
    return data.map(row);
  };
  const row = (data) => {
    const path = data.raw_url.slice(1).replaceAll("~", "/"); // the name of the text in the index is its page
    const href = form.dataset.root + path;
    const date = data.filters.date[0];
    const lang = data.filters.lang[0];
    const link = make("a", { href }, data.meta.title ?? path);
    const meta = make("p", { className: "meta" }, make("span", {}, make("time", { dateTime: date }, days.format(new Date(date)))));
    if (data.meta.source) meta.append(make("span", {}, make("bdi", {}, data.meta.source)));
    const passages = sentences(data).map((one) => {
      const number = form.dataset.sentence.replace("#", numbers.format(one.number));
      const place = make("a", { href: `${href}#s${one.number}`, className: "quiet" }, number);
      return make("li", {}, make("span", { lang, dir: "auto" }, ...one.nodes), " ", make("small", { className: "meta" }, place));
    });
    const quotes = make("ol", {}, ...passages);
    quotes.setAttribute("role", "list");
    return make("li", {}, make("h3", { lang, dir: "auto" }, link), meta, quotes);
  };
  // The sentences with the most of what was found, in the order of the text; without any, the first one.
  const sentences = (data) => {
    const text = data.content.split(/\s+/);
    const anchors = data.anchors.filter((one) => /^s\d+$/.test(one.id)).sort((a, b) => a.location - b.location);
    const all = anchors.map((one, place) => ({
      number: Number(one.id.slice(1)),
      start: one.location,
      end: anchors[place + 1]?.location ?? text.length,
      hits: new Set(),
      score: 0,
    }));
    for (const { location: at, balanced_score: score } of data.weighted_locations) {
      const sentence = all.findLast((one) => one.start <= at);
      sentence?.hits.add(at);
      if (sentence) sentence.score += score;
    }
    const found = all.filter((one) => one.hits.size).sort((a, b) => b.score - a.score || a.number - b.number);
    const best = found.length ? found.slice(0, SENTENCES) : all.slice(0, 1);
    return best.sort((a, b) => a.number - b.number).map((one) => ({ number: one.number, nodes: marked(text, one) }));
  };
  // The words of a sentence, of a long one those around the first that was found.
  const marked = (text, { start, end, hits }) => {
    const first = Math.min(...hits, end);
    const from = end - start <= WORDS || !hits.size ? start : Math.max(start, Math.min(first - WORDS / 3, end - WORDS));
    const to = Math.min(end, from + WORDS);
    const nodes = from > start ? ["… "] : [];
    for (let at = from; at < to; at += 1) {
      nodes.push(hits.has(at) ? make("mark", { className: "hit" }, text[at]) : text[at], at + 1 < to ? " " : "");
    }
    return to < end ? [...nodes, " …"] : nodes;
  };

  // ---- what the reader does ----

  const listen = (all) => {
    let timer;
    const change = (how) => {
      clearTimeout(timer);
      write(how);
      run(all).catch(failed);
    };
    const typed = () => {
      state.q = box.value.trim();
      clearTimeout(timer);
      timer = setTimeout(change, WAIT, "replaceState");
    };
    const empty = () => {
      Object.assign(state, { q: "", ...Object.fromEntries(GROUPS.map((group) => [group, new Set()])) });
      box.value = "";
      box.focus();
      change("pushState");
    };
    box.addEventListener("input", typed);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.value) return;
      event.preventDefault();
      box.value = "";
      typed();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      state.q = box.value.trim();
      change("pushState");
    });
    form.addEventListener("change", (event) => {
      const { name, value, checked } = event.target;
      if (event.target === sort) state.sort = value;
      else if (!GROUPS.includes(name)) return;
      else if (checked) state[name].add(value);
      else state[name].delete(value);
      change("pushState");
    });
    form.addEventListener("click", (event) => {
      const button = event.target.closest(".fold");
      if (!button) return;
      const group = button.closest("fieldset").dataset.filter;
      if (!unfolded.delete(group)) unfolded.add(group);
      run(all).catch(failed);
    });
    form.addEventListener("keydown", walk);
    document.getElementById("clear").addEventListener("click", empty);
    more.addEventListener("click", async () => {
      const mine = turn;
      const next = await rows(list.children.length);
      if (mine !== turn) return;
      list.append(...next);
      more.hidden = list.children.length >= results.length;
      next[0]?.querySelector("a").focus();
    });
    addEventListener("popstate", () => {
      fill();
      run(all).catch(failed);
    });
  };
  // The arrow keys lead from the box to the results, from one to the next, and back.
  const walk = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...list.querySelectorAll("h3 a")];
    const here = event.target === box ? 0 : stops.findIndex((one) => one.closest("li")?.contains(event.target));
    if (!step || here < 0 || !stops[here + step]) return;
    event.preventDefault();
    stops[here + step].focus();
  };
  const failed = (error) => {
    form.hidden = true;
    show("no-index");
    console.error(error);
  };

  const start = async () => {
    if (location.protocol === "file:") {
      show("no-disk");
      return;
    }
    fill();
    form.hidden = false;
    document.getElementById("filters").open = matchMedia("(min-width: 62rem)").matches;
    const all = await load();
    listen(all);
    if (box.value.trim() !== state.q) state.q = box.value.trim(); // what was typed meanwhile
    await run(all);
  };
  start().catch(failed);
})();
