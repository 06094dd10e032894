#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh PYTHON VENV [FILE]: the pinned packages of FILE, or those of the
# tests, in a virtual environment, unless it has just these. Ends with 77 where no registry can be reached: what needs
# them is skipped then.
set -eu
python=$1
venv=$2
wanted=${3:-$(dirname "$0")/requirements.txt}

cmp -s "$wanted" "$venv/installed.txt" && exit 0
rm -rf "$venv"
"$python" -m venv "$venv.new"
"$venv.new/bin/python" -m pip install --quiet --disable-pip-version-check \
  --no-deps --only-binary :all: --require-hashes --requirement "$wanted" \
  2>"$venv.log" || {
  cat "$venv.log" >&2
  rm -rf "$venv.new"
  grep -q "from versions: none" "$venv.log" && exit 77
  exit 1
}
mv "$venv.new" "$venv"
cp "$wanted" "$venv/installed.txt"
