#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the system packages that the build needs, where they are missing.
set -eu
packages="g++ cmake ninja-build pkg-config ccache mold npm git
  libfmt-dev nlohmann-json3-dev libboost1.81-dev libcli11-dev
  libunwind-dev libgit2-dev libtomlplusplus-dev libxxhash-dev
  libgtest-dev libbenchmark-dev python3"
missing=""
for package in $packages; do
  case $package in
    npm) command -v npm >/dev/null 2>&1 && continue ;;
    python3) command -v python3 >/dev/null 2>&1 && continue ;;
    cmake | git | g++) command -v "$package" >/dev/null 2>&1 && continue ;;
  esac
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null |
    grep -q '^installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || {
    echo "missing packages:$missing; run as root, or install sudo" >&2
    exit 2
  }
  as_root=sudo
fi
echo "installing:$missing" >&2
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
