"""Settings of Pelican for the comparison: tags are topics, authors are speakers, all else that it makes is off."""

import json

AUTHOR = "Benchmark"
SITENAME = "Benchmark"
SITEURL = "https://news.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS: list[str] = []
STATIC_PATHS = ["style.css"]
THEME = "theme"
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}, "output_format": "html5"}
ARTICLE_URL, ARTICLE_SAVE_AS = "{slug}/", "{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "speakers/{slug}/", "speakers/{slug}/index.html"
TAGS_URL, TAGS_SAVE_AS = "topics/", "topics/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "speakers/", "speakers/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"
MONTH_ARCHIVE_URL, MONTH_ARCHIVE_SAVE_AS = "archive/{date:%Y}-{date:%m}/", "archive/{date:%Y}-{date:%m}/index.html"
CATEGORY_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
DRAFT_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "authors", "archives", "feed", "jsonfeed", "sitemap"]
FEED_SAVE_AS, JSONFEED_SAVE_AS, SITEMAP_SAVE_AS = "feed.xml", "feed.json", "sitemap.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"index": None, "tag": 12, "author": None}
DEFAULT_ORPHANS = 11
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
JINJA_FILTERS = {"fromjson": json.loads}
PLUGINS: list[str] = []
