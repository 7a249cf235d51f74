// Settings of Eleventy for the comparison: what Hugo calls terms and pagers is worked out here, as its documentation advises.
const TOPICS = 12;
const OTHERS = 50;

function byDate(api) {
  return api.getFilteredByGlob("articles/*.md").reverse();
}

/** The pages of each list: `url`, the items, and the addresses of the neighbours. */
function paged(lists, size) {
  return lists.flatMap(({ url, title, items }) => {
    const count = Math.max(1, Math.floor(items.length / size));
    const at = (number) => (number === 0 ? url : `${url}page/${number + 1}/`);
    const from = (number) => Math.ceil((number * items.length) / count);
    return Array.from({ length: count }, (_, number) => ({
      title,
      url: at(number),
      items: items.slice(from(number), from(number + 1)),
      newer: number > 0 ? at(number - 1) : "",
      older: number + 1 < count ? at(number + 1) : "",
    }));
  });
}

/** A list for each value that `of` finds in the articles: pairs of slug and name. */
function terms(articles, folder, of) {
  const found = new Map();
  for (const item of articles) {
    for (const [slug, name] of of(item.data)) {
      if (!found.has(slug)) found.set(slug, { url: `/${folder}/${slug}/`, title: name, items: [] });
      found.get(slug).items.push(item);
    }
  }
  return [...found.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
}

const topics = (articles) => terms(articles, "topics", (data) => data.topics);
const speakers = (articles) => terms(articles, "speakers", (data) => data.speakers);
const months = (articles) => terms(articles, "archive", (data) => [[data.day.slice(0, 7), data.day.slice(0, 7)]]);

module.exports = function (config) {
  config.addCollection("articles", byDate);
  config.addCollection("lists", (api) => {
    const articles = byDate(api);
    return [
      ...paged([{ url: "/", title: "Benchmark", items: articles }], OTHERS),
      ...paged(topics(articles), TOPICS),
      ...paged(speakers(articles), OTHERS),
      ...paged(months(articles), Infinity),
    ];
  });
  config.addCollection("indexes", (api) => {
    const articles = byDate(api);
    return [
      { url: "/topics/", title: "Topics", terms: topics(articles) },
      { url: "/speakers/", title: "Speakers", terms: speakers(articles) },
      { url: "/archive/", title: "Archive", terms: months(articles).reverse() },
    ];
  });
  config.addFilter("newest", (items) => items.slice(0, OTHERS));
  config.addFilter("json", (value) => JSON.stringify(value));
  config.addPassthroughCopy("style.css");
  return { dir: { includes: "_includes" }, markdownTemplateEngine: false };
};
