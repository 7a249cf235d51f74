#!/bin/sh
# Gets strace, by which the system refuses a call of a build in the tests, where that is allowed; else says that they are skipped.
set -u

command -v strace >/dev/null 2>&1 && exit 0
why="only root can install it with apt-get"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing strace for the tests of refused calls"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends strace; } >/dev/null && exit 0
  why="apt-get could not install it"
fi
if [ "${CI:-}" = true ]; then
  echo "the tests of refused calls cannot run: strace is missing, and $why" >&2
  exit 1
fi
echo "the tests of refused calls are skipped: strace is missing, and $why"
