# Finds PostgreSQL, and installs it when it is missing. Sourced, never run.
# shellcheck shell=bash
# Leaves: postgres_bin, the folder of initdb, pg_ctl and psql.

postgres_bin=
postgres_unpacked=$root/.data/postgresql

# postgres_find [MAJOR]: the newest that is here, or the one major version that can open an existing database.
postgres_find() {
  local wanted=${1:-} dir major best=14
  for dir in /usr/lib/postgresql/*/bin "$postgres_unpacked"/usr/lib/postgresql/*/bin; do
    [[ -x $dir/postgres && -x $dir/initdb && -x $dir/pg_ctl && -x $dir/psql ]] || continue
    major=${dir%/bin} major=${major##*/}
    [[ -z $wanted || $major == "$wanted" ]] || continue
    ((major > best)) || continue
    best=$major postgres_bin=$dir
    [[ $dir != "$postgres_unpacked"/* ]] || postgres_bin=$postgres_unpacked/bin
  done
  [[ -n $postgres_bin ]]
}

postgres_ensure() {
  local wanted=${1:-}
  postgres_find "$wanted" && return
  mkdir -p "$root/.data" 2>/dev/null && [[ -w $root/.data ]] || fail "you may not write in $root/.data; use a checkout of your own."
  if can_install; then
    postgres_install "$wanted"
  elif command -v apt-get >/dev/null && command -v dpkg >/dev/null; then
    postgres_unpack "$wanted"
  else
    fail "PostgreSQL 15 or newer is needed and this system has no apt-get to fetch it; install it, or name a database of yours with --database CONNECTION."
  fi
  postgres_find "$wanted" && return
  [[ -z $wanted ]] || fail "this data was made by PostgreSQL $wanted, which could not be found or installed; install it, or choose another folder with --data DIR."
  fail "PostgreSQL could not be installed from the system's packages ($(postgres_reason)); install it yourself, or name a database of yours with --database CONNECTION."
}

postgres_reason() {
  local reason
  reason=$(grep -sE -m 1 '^(E|W): ' "$root/.data/packages.log") || true
  printf '%s' "${reason:+${reason#[EW]: }, }see $root/.data/packages.log"
}

# The package of the version that this Debian serves, for example postgresql-15. Extra arguments go to apt-cache.
postgres_package() {
  local wanted=$1
  shift
  [[ -z $wanted ]] || { printf 'postgresql-%s' "$wanted" && return; }
  # Nothing, without a failure, when there are no package lists yet.
  { LC_ALL=C apt-cache "$@" depends --important postgresql 2>/dev/null || true; } |
    sed -n 's/^ *Depends: \(postgresql-[0-9][0-9]*\)$/\1/p' | sed -n 1p
}

# By the system's packages. Debian would make and start a cluster of its own: told not to beforehand, told nothing afterwards.
postgres_install() {
  local wanted=$1 conf=/etc/postgresql-common/createcluster.conf had=no package
  progress "Installing PostgreSQL from the system's packages (about half a minute) …"
  [[ ! -e $conf ]] || had=yes
  "${as_root[@]}" mkdir -p "${conf%/*}"
  [[ $had == no ]] || "${as_root[@]}" cp -p "$conf" "$conf.before-terecht"
  printf '\n# Made before PostgreSQL was installed, so that no cluster of the system was started.\ncreate_main_cluster = false\n' |
    "${as_root[@]}" tee -a "$conf" >/dev/null
  package=$(postgres_package "$wanted")
  [[ -n $package ]] || { install_packages && package=$(postgres_package "$wanted"); } || true
  install_packages "${package:-postgresql}" || true
  [[ $had == no ]] || "${as_root[@]}" mv "$conf.before-terecht" "$conf"
}

# Without any right: the same packages, unpacked under .data.
postgres_unpack() {
  local wanted=$1 work=$postgres_unpacked.new package deb
  local log=$root/.data/packages.log
  local -a own=() packages
  progress "Fetching PostgreSQL's packages into $postgres_unpacked (no rights to install them) …"
  rm -rf "$work" "$postgres_unpacked"
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs"
  : >"$log"
  package=$(postgres_package "$wanted")
  if [[ -z $package ]]; then
    own=(-o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o Debug::NoLocking=1)
    apt-get -qq "${own[@]}" update >>"$log" 2>&1 || true
    package=$(postgres_package "$wanted" "${own[@]}")
  fi
  [[ -n $package ]] || return 0
  # What an installation would bring, less what a database of one program does without (perl scripts, the compiler of queries).
  mapfile -t packages < <(LC_ALL=C apt-get "${own[@]}" -o Debug::NoLocking=1 -s --no-install-recommends install "$package" 2>>"$log" |
    sed -n 's/^Inst \([^ ]*\) .*/\1/p' | grep -E '^(postgresql-[0-9]|postgresql-client-[0-9]|lib|tzdata)' | grep -vE '^libllvm|^libz3|-perl$')
  ((${#packages[@]} > 0)) || return 0
  (cd "$work/debs" && apt-get -qq "${own[@]}" download "${packages[@]}") >>"$log" 2>&1 || return 0
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$work" >>"$log" 2>&1 || return 0; done
  rm -rf "$work/lists" "$work/cache" "$work/debs"
  postgres_wrap "$work"
  mv "$work" "$postgres_unpacked"
}

# An unpacked program does not know its own libraries: a small script before each, which works wherever the checkout goes.
postgres_wrap() {
  local dir=$1 bin program
  mkdir -p "$dir/bin"
  for bin in "$dir"/usr/lib/postgresql/*/bin; do
    for program in "$bin"/*; do
      printf '%s\n' '#!/usr/bin/env bash' \
        'here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)' \
        'for folder in "$here"/usr/lib/*-linux-gnu* "$here"/lib/*-linux-gnu*; do' \
        '  if [[ -d $folder ]]; then LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}; fi' \
        'done' \
        'export LD_LIBRARY_PATH' \
        "exec \"\$here/${program#"$dir"/}\" \"\$@\"" >"$dir/bin/${program##*/}"
      chmod 755 "$dir/bin/${program##*/}"
    done
  done
}
