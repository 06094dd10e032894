#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh PYTHON VENV: the pinned packages in a virtual environment, unless
# it has just these.
set -eu
python=$1
venv=$2
wanted=$(dirname "$0")/requirements.txt

cmp -s "$wanted" "$venv/installed.txt" && exit 0
rm -rf "$venv"
"$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  --no-deps --only-binary :all: --require-hashes --requirement "$wanted"
cp "$wanted" "$venv/installed.txt"
