#!/bin/sh
# Gets what the browser tests need, where that is allowed; else says that they are skipped and why.
# That is Chromium, and the library that the Node.js inside Playwright is linked against. The tests take the one that is built
# without windows, which opens a page in half the time; `install.sh whole` gets the usual one, which Lighthouse asks for.
set -u

shell="chromium-headless-shell"
wanted="$shell chromium chromium-browser google-chrome"
[ "${1:-}" != whole ] || wanted="chromium chromium-browser google-chrome"

browser() {
  for name in $wanted; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}
# the smallest one that the system offers
offered() {
  case "$wanted" in "$shell "*) apt-cache show "$shell" >/dev/null 2>&1 && echo "$shell" && return ;; esac
  echo chromium
}
library() {
  PATH="$PATH:/sbin:/usr/sbin"
  command -v ldconfig >/dev/null 2>&1 || return 0 # only Linux has it, and only there it can be missing
  ldconfig -p | grep -q 'libatomic\.so\.1'
}

missing=""
browser || missing="chromium"
library || missing="$missing libatomic1"
[ -n "$missing" ] || exit 0

why="$missing is missing, and only root can install it with apt-get"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing $missing for the browser tests"
  # shellcheck disable=SC2046,SC2086  # one word a package
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(echo "$missing" | sed "s/chromium/$(offered)/"); } \
    >/dev/null && exit 0
  why="apt-get could not install $missing"
fi
if [ "${CI:-}" = true ]; then
  echo "the browser tests cannot run: $why" >&2
  exit 1
fi
echo "the browser tests are skipped: $why"
