# The .NET SDK and the build. Sourced, never run.
# shellcheck shell=bash

program=$root/src/Terecht/bin/Release/net10.0/Terecht.dll
build_log=$root/.data/build.log
build_stamp=$root/src/Terecht/bin/Release/built-from

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off
# No build server stays behind after a command.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
no_servers=(-nodeReuse:false -p:UseSharedCompilation=false)

# dotnet wants a home to write in.
if [[ -z ${HOME:-} || ! -w $HOME ]]; then export HOME=$root/.data/home; fi

sdk_check() {
  local found
  command -v dotnet >/dev/null ||
    fail "the .NET SDK 10.0.100 or newer is needed and there is no dotnet on the PATH; get it at https://dotnet.microsoft.com/download."
  mkdir -p "$HOME" 2>/dev/null || true
  found=$(cd "$root" && dotnet --version 2>/dev/null) || found=
  [[ $found =~ ^10\.0\.[1-9][0-9][0-9]$ ]] && return
  [[ -n $found ]] || found=$(cd / && dotnet --list-sdks 2>/dev/null | cut -d ' ' -f 1 | paste -sd ' ') || true
  fail "the .NET SDK 10.0.100 or a newer 10.0 is needed and this machine has ${found:-none}; get it at https://dotnet.microsoft.com/download."
}

# What the program is built from, as one number: names, sizes and times of all its files, so that also a removed file counts.
source_fingerprint() {
  local -a parts=()
  local part
  for part in src db demo Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig global.json; do
    [[ ! -e $root/$part ]] || parts+=("$part")
  done
  (cd "$root" && find "${parts[@]}" \( -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n') | LC_ALL=C sort | sha256sum | cut -d ' ' -f 1
}

is_built() { [[ -f $program && -f $build_stamp && $(<"$build_stamp") == "$(source_fingerprint)" ]]; }

# One build at a time in a checkout: with_build_lock COMMAND …
with_build_lock() {
  mkdir -p "$root/.data"
  { exec 7>>"$root/.data/build.lock"; } 2>/dev/null || fail "the folder $root/.data belongs to another user, and you may not build here; use a checkout of your own."
  if ! flock -n 7; then
    progress "Waiting for another build in this checkout …"
    flock 7
  fi
  local code=0
  "$@" || code=$?
  exec 7>&-
  return "$code"
}

# build_program: only when a source changed since the last time.
build_program() { with_build_lock build_when_changed; }

build_when_changed() {
  local fingerprint started=$SECONDS
  is_built && return
  build_writable
  fingerprint=$(source_fingerprint)
  rm -f "$build_stamp"
  progress "Restoring packages …"
  dotnet_step "The packages could not be restored" restore src/Terecht "${no_servers[@]}"
  progress "Building Terecht (the first time this takes a minute) …"
  unlink_output
  dotnet_step "The build failed" build src/Terecht -c Release --no-restore -v q --nologo "${no_servers[@]}"
  [[ -f $program ]] || fail "the build made no $program; see $build_log."
  printf '%s\n' "$fingerprint" >"$build_stamp"
  progress "Built in $((SECONDS - started)) s."
}

build_writable() {
  local dir
  for dir in "$root"/src/*/ "$root"/src/*/bin "$root"/src/*/obj; do
    [[ ! -d $dir || -w $dir ]] || fail "you may not write in $dir, which belongs to $(stat -c %U -- "$dir"); use a checkout of your own."
  done
}

# A program that runs from here keeps the files that it has open; overwritten in place they would break it.
unlink_output() { rm -f "$root"/src/*/bin/Release/net10.0/Terecht*.dll; }

# One sentence with the first error, and the place of the rest, when it fails.
dotnet_step() {
  local sentence=$1
  shift
  dotnet_run "$@" || fail "$sentence: $(first_error) (the rest: $build_log)"
}

# Quiet, and from the checkout, whose global.json then counts. A signal is served while it runs.
dotnet_run() {
  local code=0
  (cd "$root" && exec dotnet "$@") >"$build_log" 2>&1 </dev/null 9>&- 8>&- &
  running_pid=$!
  wait "$running_pid" 2>/dev/null || code=$?
  running_pid=
  return "$code"
}

first_error() {
  local line
  line=$(grep -m 1 -E '(error|warning) [A-Z]+[0-9]+:|: error ' "$build_log" || tail -n 1 "$build_log")
  line=${line#"${line%%[![:space:]]*}"} line=${line%% \[*}
  printf '%s' "${line//"$root"\//}"
}
