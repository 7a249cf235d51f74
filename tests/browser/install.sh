#!/bin/sh
# Gets Chromium for the browser tests where that is allowed; else says that they are skipped and why.
set -u
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
why="no Chromium is installed, and only root can install it with apt-get"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing Chromium for the browser tests"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
    >/dev/null && exit 0
  why="apt-get could not install Chromium"
fi
if [ "${CI:-}" = true ]; then
  echo "the browser tests cannot run: $why" >&2
  exit 1
fi
echo "the browser tests are skipped: $why"
