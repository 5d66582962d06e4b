# A private PostgreSQL cluster: made, started, stopped. Sourced, never run.
# shellcheck shell=bash
# Expects say.sh, processes.sh, postgres.sh. Only 127.0.0.1, only by password, no sockets.

cluster=            # the folder: data/, log, password, port
cluster_port=
cluster_mine=no     # yes when this command has to stop it
cluster_user=()     # what to put before a command so that it runs as the owner of the files; PostgreSQL refuses root

# cluster_open DIR SETTINGS [initdb's option]: chooses the folder; makes the cluster, with these extra settings, when it is not there.
cluster_open() {
  cluster=$1/postgres
  if [[ -f $cluster/data/PG_VERSION ]]; then
    postgres_ensure "$(<"$cluster/data/PG_VERSION")"
    cluster_choose_user "$1"
  else
    postgres_ensure
    cluster_choose_user "$1"
    cluster_create "${@:2}"
  fi
}

# An environment of its own: no PG variable and no secret of the caller gets into the server.
as_cluster_user() {
  (cd / && exec env -i PATH=/usr/local/bin:/usr/bin:/bin LC_ALL=C.UTF-8 "${cluster_user[@]}" "$@" 8>&- 9>&-)
}

cluster_choose_user() {
  local dir=$1 uid gid
  cluster_user=()
  if ((EUID != 0)); then
    [[ ! -d $cluster || -O $cluster ]] || fail "the database in $cluster belongs to $(stat -c %U -- "$cluster"), not to you; choose another folder with --data DIR."
    return
  fi
  if [[ -d $cluster/data ]]; then
    uid=$(stat -c %u -- "$cluster/data") gid=$(stat -c %g -- "$cluster/data")
  else
    uid=$(id -u postgres 2>/dev/null || printf 0) gid=$(id -g postgres 2>/dev/null || printf 0)
  fi
  if ((uid != 0)); then
    cluster_user=(setpriv --reuid="$uid" --regid="$gid" --clear-groups)
    cluster_reaches "$dir" && return
    # A folder that this user cannot enter, such as a checkout under /root: the right to look, and no more, goes along.
    cluster_user+=(--inh-caps=-all,+dac_read_search --ambient-caps=-all,+dac_read_search)
    cluster_reaches "$dir" && return
  fi
  if ((uid == 0)) || [[ ! -d $cluster/data ]]; then
    cluster_user=(unshare --user --map-user=1000 --map-group=1000)
    cluster_reaches "$dir" && return
  fi
  fail "user postgres cannot enter the folder $dir; choose one that it can, for example --data /var/lib/terecht."
}

# Really entering it: access(2) would not count the extra right.
cluster_reaches() {
  as_cluster_user bash -c 'cd -- "$1"' bash "$1" 2>/dev/null
}

cluster_create() {
  local settings=$1 output new=$cluster/data.new.$$
  shift
  progress "Making a database in $cluster …"
  # A killed command may have left half a cluster, with a process that still writes there for a moment.
  rm -rf -- "$cluster"/data.new.* 2>/dev/null || true
  mkdir -p -- "$cluster"
  chmod 700 -- "$cluster"
  if [[ ${cluster_user[0]:-} == setpriv ]]; then chown "${cluster_user[1]#*=}:${cluster_user[2]#*=}" -- "$cluster"; fi
  as_cluster_user bash -c 'umask 077; od -An -N24 -tx1 /dev/urandom | tr -d " \n" >"$1"' bash "$cluster/password"
  # Locale and encoding are always named: without LANG it would become SQL_ASCII.
  output=$(as_cluster_user "$postgres_bin/initdb" -D "$new" -U terecht --locale=C.UTF-8 --encoding=UTF8 \
    --auth=scram-sha-256 --pwfile="$cluster/password" "$@" 2>&1) ||
    fail "PostgreSQL could not make a database in $cluster: $(cluster_last_error <<<"$output")"
  as_cluster_user bash -c 'cat >>"$1"' bash "$new/postgresql.conf" <<<"$(cluster_settings)
$settings"
  mv -- "$new" "$cluster/data"
}

cluster_settings() {
  cat <<'SETTINGS'

# Terecht
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
timezone = 'UTC'
log_timezone = 'UTC'
log_error_verbosity = terse   # a DETAIL line repeats the row, and rows are about people
jit = off
SETTINGS
}

cluster_last_error() {
  local lines
  lines=$(grep -E 'FATAL|PANIC|error|ERROR|could not' | tail -n 1) || true
  lines=${lines#*FATAL:  } lines=${lines#*PANIC:  }
  printf '%s' "${lines:-no reason was given}"
}

# The server of this very folder, also one that a killed command left behind.
cluster_pid() {
  local pid
  read -r pid 2>/dev/null <"$cluster/data/postmaster.pid" || return 1
  process_alive "$pid" && process_argument "$pid" "$cluster/data" && printf '%s' "$pid"
}

cluster_answers() { [[ $(cluster_sql postgres 'select 1' 2>/dev/null) == 1 ]]; }

# Is it up? Then its port is known too.
cluster_up() {
  cluster_pid >/dev/null || return 1
  cluster_port=$(sed -n 4p "$cluster/data/postmaster.pid" 2>/dev/null)
  [[ -n $cluster_port ]] && cluster_answers
}

cluster_start() {
  local try error
  cluster_mine=yes
  if cluster_up; then return; fi
  if cluster_pid >/dev/null; then cluster_halt; fi
  cluster_forget_stranger
  cluster_port=$(cat "$cluster/port" 2>/dev/null) || true
  for ((try = 0; try < 20; try++)); do
    if [[ -z $cluster_port ]] || port_in_use "$cluster_port"; then cluster_port=$(free_port); fi
    [[ ! -f $cluster/log ]] || mv -f -- "$cluster/log" "$cluster/log.before"
    if as_cluster_user "$postgres_bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -o "-p $cluster_port" -w -t 300 -s start \
      >/dev/null 2>&1 </dev/null && cluster_answers; then
      printf '%s\n' "$cluster_port" >"$cluster/port"
      return
    fi
    error=$(cluster_last_error 2>/dev/null <"$cluster/log") || true
    case $error in
      *'could not create any TCP/IP sockets'*) cluster_port= ;;            # somebody was quicker
      *'shared memory block'* | *'lock file'* | *'is still in use'*) sleep 0.5 ;; # children of a killed server, gone in a moment
      *) break ;;
    esac
  done
  fail "PostgreSQL does not start in $cluster: ${error:-no reason was given} (log: $cluster/log)"
}

# postmaster.pid may name a process that got the same number later; PostgreSQL would take it for a server of its own.
cluster_forget_stranger() {
  local pid
  read -r pid 2>/dev/null <"$cluster/data/postmaster.pid" || return 0
  if process_alive "$pid" && ! process_argument "$pid" "$cluster/data"; then rm -f -- "$cluster/data/postmaster.pid"; fi
}

cluster_halt() {
  local pid
  pid=$(cluster_pid) || return 0
  as_cluster_user "$postgres_bin/pg_ctl" -D "$cluster/data" -m fast -w -t 60 -s stop >/dev/null 2>&1 </dev/null ||
    as_cluster_user "$postgres_bin/pg_ctl" -D "$cluster/data" -m immediate -w -t 10 -s stop >/dev/null 2>&1 </dev/null || true
  process_gone "$pid" 50 || true
}

# Commands share a server that is up; one that is down is started by the first of them and stopped by the last.
# Lock 8 counts them: shared by every command, exclusive only for the last one.
cluster_share() {
  { exec 8<>"$1/commands.lock"; } 2>/dev/null || fail "the folder $1 holds files of another user; choose another with --data DIR."
  flock -s 8
}

# Starting and stopping, one at a time: cluster_alone COMMAND …
cluster_alone() {
  exec 6<>"${cluster%/*}/start.lock"
  flock 6
  "$@" 6>&-
  exec 6>&-
}

cluster_stop() {
  [[ $cluster_mine == yes ]] || return 0
  cluster_halt
  cluster_mine=no
}

# psql without any setting of the caller.
cluster_sql() {
  (
    for name in "${!PG@}"; do unset "$name"; done
    PGPASSWORD=$(<"$cluster/password") PGCONNECT_TIMEOUT=5 PGOPTIONS='-c client_min_messages=warning' exec \
      "$postgres_bin/psql" -XAtq -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$cluster_port" -U terecht -d "$1" -c "$2" </dev/null
  )
}

cluster_database() {
  [[ $(cluster_sql postgres "select 1 from pg_database where datname = '$1'") == 1 ]] ||
    cluster_sql postgres "create database \"$1\""
}

cluster_connection() {
  printf 'Host=127.0.0.1;Port=%s;Database=%s;Username=terecht;Password=%s' "$cluster_port" "$1" "$(<"$cluster/password")"
}
