#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the system packages that the build and the tests need, where they
# are missing. Debian 12 and Ubuntu; as root or with sudo.
set -eu

installed() {
  dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null |
    grep -q '^installed$'
}
known() { apt-cache show "$1" >/dev/null 2>&1; }

packages="g++ cmake ninja-build pkg-config ccache mold npm git patch
  libfmt-dev nlohmann-json3-dev libcli11-dev libunwind-dev libgit2-dev
  libmimalloc-dev libtomlplusplus-dev libxxhash-dev libgtest-dev
  libbenchmark-dev python3 python3-venv postgresql"

missing=""
for package in $packages; do
  # A tool that stands on PATH may come from elsewhere.
  case $package in
    npm | python3 | cmake | git | g++ | patch)
      command -v "$package" >/dev/null 2>&1 && continue ;;
    # A test runs a server of its own; that of the package is not touched.
    postgresql)
      command -v initdb >/dev/null 2>&1 && continue
      [ -z "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || continue ;;
  esac
  installed "$package" || missing="$missing $package"
done

# Boost 1.81 or newer. Debian 12 has it beside its default 1.74, and the two
# cannot be installed together.
boosts="libboost1.81-dev libboost1.83-dev libboost1.88-dev"
have_boost=""
for package in $boosts; do
  if installed "$package"; then have_boost=$package; fi
done
[ -n "$have_boost" ] || missing="$missing boost"

[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || {
    echo "missing packages:$missing; run as root, or install sudo" >&2
    exit 2
  }
  as_root=sudo
fi
$as_root apt-get update -qq
if [ -z "$have_boost" ]; then
  chosen=""
  for package in $boosts; do
    if [ -z "$chosen" ] && known "$package"; then chosen=$package; fi
  done
  [ -n "$chosen" ] || {
    echo "no Boost 1.81 or newer among: $boosts" >&2
    exit 2
  }
  missing="${missing% boost} $chosen"
fi
echo "installing:$missing" >&2
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
