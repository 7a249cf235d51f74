// The search page: what the form asks for goes to Pagefind's index, what it finds becomes elements. Texts only ever become
// text nodes, so nothing that stands in an article can run. The index lies in shards by period; a list of them, and of what
// can be chosen, is read at once, the shards when somebody is about to search.
(() => {
  "use strict";
  const GROUPS = ["topic", "speaker", "country", "year"];
  const FEW = 8; // values of a filter that are shown at first
  const MANY = 200; // and at the most
  const STEP = 10; // results that are shown at once
  const SENTENCES = 3; // of one result
  const WORDS = 60; // of one sentence
  const WAIT = 180; // milliseconds after the last key
  const NONE = { number: 0, upTo: async () => [] };

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
  const index = new URL(form.dataset.index, document.baseURI);
  const unfolded = new Set(); // filters of which all values are shown
  let shards; // newest first: their names, and a tag that is another one when they change
  let speakers; // names by slugs
  let loading; // Pagefind with all shards, from when it is first needed
  let state;
  let found;
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
  const label = (group, value) => (group === "speaker" ? speakers[value] : names.get(`${group} ${value}`)) ?? value;
  // What is counted as `topic:trade`, by groups.
  const grouped = (tally = {}) => {
    const groups = Object.fromEntries(GROUPS.map((group) => [group, { __proto__: null }])); // one may be called constructor
    for (const [facet, number] of Object.entries(tally)) {
      const [group] = facet.split(":", 1);
      groups[group][facet.slice(group.length + 1)] = number;
    }
    return groups;
  };
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

  // What is there before anything is loaded: how many articles have each value.
  const look = async () => {
    const answer = await fetch(new URL("shards.json", index), { cache: "no-cache" });
    const listed = await answer.json();
    ({ shards, speakers } = listed);
    return grouped(listed.counts);
  };
  // The oldest shard has the program. The tag lets a browser keep what has not changed.
  const load = () => (loading ??= merged());
  const merged = async () => {
    const [first, others] = [shards.at(-1), shards.slice(0, -1)];
    const options = ({ name, tag }) => ({ metaCacheTag: tag, mergeFilter: { shard: name } });
    const pagefind = await import(new URL(`${first.name}/pagefind.js`, index));
    await pagefind.options(options(first));
    await pagefind.init();
    await Promise.all(others.map((one) => pagefind.mergeIndex(new URL(`${one.name}/`, index).href, options(one))));
    await pagefind.filters(); // only what is loaded is counted
    return pagefind;
  };
  // What is chosen, but for one group: one value of each group at least.
  const chosenBut = (but) =>
    GROUPS.filter((group) => group !== but && state[group].size).map((group) => ({
      facet: { any: [...state[group]].map((value) => `${group}:${value}`) },
    }));
  const ask = async (term, filters, more = {}) => {
    const pagefind = await load();
    return pagefind.search(term, { ...more, filters: filters.length ? { all: filters } : {} });
  };
  const term = () => state.q || null;
  // Sorted scores of several indexes cannot be compared, so the shards are asked one after the other, as far as is needed.
  const find = async () => {
    const [words, filters] = [term(), chosenBut()];
    const first = await ask(words, filters);
    const byDate = state.sort === "date" || !state.q;
    const left = byDate ? shards.filter((one) => first.filters.shard?.[one.name]) : [];
    const results = byDate ? [] : first.results;
    const upTo = async (number) => {
      while (results.length < number && left.length) {
        const shard = { shard: [left.shift().name] };
        results.push(...(await ask(words, [...filters, shard], { sort: { date: "desc" } })).results);
      }
      return results;
    };
    return { number: first.results.length, counts: grouped(first.filters.facet), upTo };
  };
  // How many articles each value of a filter would leave, given the words and the other filters.
  const tallies = async (found) => {
    const wanted = GROUPS.map(async (group) => {
      const other = state[group].size ? grouped((await ask(term(), chosenBut(group))).filters.facet) : found.counts;
      return [group, other[group]];
    });
    return Object.fromEntries(await Promise.all(wanted));
  };
  const nothing = () => !state.q && GROUPS.every((group) => !state[group].size);

  const run = async (all) => {
    const mine = ++turn;
    const now = nothing() ? NONE : await find();
    const left = nothing() ? all : await tallies(now);
    if (mine !== turn) return;
    found = now;
    for (const group of GROUPS) drawFilter(group, all[group], left[group]);
    const number = GROUPS.reduce((sum, group) => sum + state[group].size, 0);
    chosen.textContent = number ? numbers.format(number) : "";
    sort.disabled = !state.q;
    const first = await rows(0);
    if (mine !== turn) return;
    list.replaceChildren(...first);
    more.hidden = list.children.length >= found.number;
    count.textContent = nothing() ? "" : found.number ? counted(found.number) : form.dataset.none;
  };

  // ---- filters ----

  const drawFilter = (group, all, left) => {
    const field = form.querySelector(`[data-filter="${group}"]`);
    const focused = field.contains(document.activeElement) ? document.activeElement.value : null;
    const byCount = (a, b) => (left[b] ?? 0) - (left[a] ?? 0) || label(group, a).localeCompare(label(group, b), language);
    const byYear = (a, b) => b.localeCompare(a);
    const isOn = (value) => state[group].has(value);
    const values = Object.keys(all)
      .filter((value) => left[value] || isOn(value))
      .sort(group === "year" ? byYear : byCount);
    const shown = values.filter((value, place) => place < (unfolded.has(group) ? MANY : FEW) || isOn(value));
    const items = shown.map((value) => {
      const input = make("input", { type: "checkbox", name: group, value, checked: isOn(value) });
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
    const results = await found.upTo(from + STEP);
    const data = await Promise.all(results.slice(from, from + STEP).map((one) => one.data()));
    return data.map(row);
  };
  const row = (data) => {
    const [date, lang, ...steps] = data.raw_url.slice(1).split("~"); // the name of the text in the index, and its page
    const path = steps.join("/");
    const href = form.dataset.root + path;
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
    form.addEventListener("focusin", () => load().catch(failed), { once: true });
    document.getElementById("clear").addEventListener("click", empty);
    more.addEventListener("click", async () => {
      const mine = turn;
      more.disabled = true;
      const next = await rows(list.children.length);
      more.disabled = false;
      if (mine !== turn) return;
      list.append(...next);
      more.hidden = list.children.length >= found.number;
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
    const all = await look();
    listen(all);
    if (form.contains(document.activeElement)) load().catch(failed);
    if (box.value.trim() !== state.q) state.q = box.value.trim(); // what was typed meanwhile
    await run(all);
  };
  start().catch(failed);
})();
