#!/usr/bin/env bash
# Real checks of ./start and ./terecht, on a copy of this built checkout in a folder with a space in its name.
# Prints a line "ok …" or "not ok …" for each.
set -euo pipefail
checkout=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
folder=$(mktemp -d)
chmod 755 "$folder"
root="$folder/a copy"
started=         # the process group of the ./start under test
output=$folder/output

copy_checkout() {
  local part
  mkdir "$root"
  for part in start terecht scripts src db demo Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig global.json; do
    [[ ! -e $checkout/$part ]] || cp -a "$checkout/$part" "$root/"
  done
}

ok() { printf 'ok      %s\n' "$1"; }

not_ok() {
  printf 'not ok  %s\n' "$1"
  sed 's/^/        /' "$output" | tail -n 15
}

# verdict NAME COMMAND…
verdict() {
  local name=$1
  shift
  if "$@"; then ok "$name"; else not_ok "$name"; fi
}

# A signal that was ignored when this script began, as HUP is by nohup, stays so in all that bash starts: no trap brings it back.
exec_with_signals() {
  if env --default-signal=HUP true 2>/dev/null; then exec env --default-signal=HUP,INT,TERM "$@"; fi
  exec perl -e '$SIG{$_} = "DEFAULT" for qw(HUP INT TERM); exec @ARGV or die "$!\n"' "$@"
}

# From another folder, in a process group of its own that does obey Ctrl-C.
begin() {
  set -m
  (cd / && exec_with_signals "$root/start" --port "$port" "$@") >"$output" 2>&1 </dev/null &
  started=$!
  set +m
}

ready() {
  local tenths
  for ((tenths = 0; tenths < 3000; tenths++)); do
    process_alive "$started" || return 1
    if grep -q 'Ctrl-C stops' "$output" && [[ $(http_status "$port" /health/ready) == 200 ]]; then return 0; fi
    sleep 0.1
  done
  return 1
}

# Every process that was started from the copy or works on its data, except this one.
processes_left() {
  local dir
  for dir in /proc/[0-9]*; do
    [[ ${dir#/proc/} == "$$" ]] || if tr '\0' ' ' 2>/dev/null <"$dir/cmdline" | grep -qF -- "$root/"; then printf '%s ' "${dir#/proc/}"; fi
  done
}

nothing_left() {
  local left
  left=$(processes_left)
  [[ -z $left ]] || { printf 'left: %s\n' "$left" >>"$output" && return 1; }
}

# stop SIGNAL TARGET: TARGET is the group (-PID) as Ctrl-C does, or the script alone.
stops_cleanly() {
  local code=0
  kill "-$1" -- "$2"
  wait "$started" || code=$?
  ((code == 0)) && nothing_left
}

kill_all() {
  local pid
  for pid in $(processes_left); do kill -KILL "$pid" 2>/dev/null || true; done
  { wait "$started"; } 2>/dev/null || true
}

write_row() { in_database 'create table public.kept (what text); insert into public.kept values ('"'a row'"')'; }

row_is_there() { [[ $(in_database 'select what from public.kept') == 'a row' ]]; }

in_database() {
  cluster=$root/.data/postgres
  postgres_find "$(<"$cluster/data/PG_VERSION")" && cluster_up && cluster_sql terecht "$1" 2>>"$output"
}

# One clear sentence that says this, and a non-zero exit: refuses TEXT COMMAND…
refuses() {
  local text=$1 code=0
  shift
  (cd / && "$@") >"$output" 2>&1 </dev/null || code=$?
  ((code != 0)) && [[ $(wc -l <"$output") == 1 ]] && grep -qF -- "$text" "$output"
}

with_sdk() {
  local version=$1
  shift
  mkdir -p "$folder/sdk-$version"
  printf '#!/usr/bin/env bash\ncase $1 in --version) echo %s ;; --list-sdks) echo "%s [/opt]" ;; *) exit 1 ;; esac\n' "$version" "$version" >"$folder/sdk-$version/dotnet"
  chmod 755 "$folder/sdk-$version/dotnet"
  PATH=$folder/sdk-$version:$PATH "$@"
}

answers() {
  local text=$1
  shift
  (cd / && "$@") >"$output" 2>&1 </dev/null && grep -q -- "$text" "$output"
}

finish() {
  set +e
  kill_all
  rm -rf -- "$folder"
}

copy_checkout
for part in say processes program postgres cluster; do source "$root/scripts/$part.sh"; done
program=$root/src/Terecht/bin/Release/net10.0/Terecht.dll
port=$(free_port)
trap finish EXIT

verdict "an SDK that is too old is refused in one sentence" with_sdk 8.0.404 refuses 'has 8.0.404' "$root/start" --port "$port"
verdict "an SDK preview is refused in one sentence" with_sdk 10.0.100-preview.7 refuses '10.0.100 or a newer' "$root/start" --port "$port"
verdict "an unknown option is refused in one sentence" refuses '--wrong' "$root/start" --wrong
verdict "a clock in the past is refused in one sentence" refuses 'before today' "$root/start" --clock 2020-01-01T09:00
verdict "a clock that is no moment is refused in one sentence" refuses '2027-02-30' "$root/start" --clock 2027-02-30T09:00,60x
verdict "./terecht before any ./start says so in one sentence" refuses './start first' "$root/terecht" search paspoort
verdict "a verb that needs no database shows its help before any ./start" answers . "$root/terecht" due --help

begin
verdict "starts from another folder, in a folder with a space, without a new build" ready
verdict "did not build again" bash -c '! grep -q Building "$1"' bash "$output"
verdict "says whom to sign in as" grep -q 'Sign in there as' "$output"
verdict "a row is written" write_row
verdict "a second start on the same data is refused in one sentence" refuses 'already runs' "$root/start" --port "$(free_port)"
verdict "a port in use is refused in one sentence that names it" refuses "port $port is in use" "$root/start" --port "$port" --data "$folder/other"
verdict "./terecht uses the database that is up" answers . "$root/terecht" demo people
verdict "and leaves it up" row_is_there
verdict "Ctrl-C ends everything with exit code 0" stops_cleanly INT "-$started"

verdict "./terecht starts a database that is down" answers . "$root/terecht" demo people
verdict "and leaves no process" nothing_left

begin --empty
verdict "starts again" ready
verdict "with the row" row_is_there
kill_all
begin --empty
verdict "starts after a kill -9 of everything" ready
verdict "with the row" row_is_there
{ kill -KILL "$started" && wait "$started"; } 2>/dev/null || true
begin --empty
verdict "starts after a kill -9 of the script alone" ready
verdict "with the row" row_is_there
verdict "TERM to the script alone ends everything with exit code 0" stops_cleanly TERM "$started"
begin --empty
verdict "starts once more" ready
verdict "HUP ends everything with exit code 0" stops_cleanly HUP "$started"
