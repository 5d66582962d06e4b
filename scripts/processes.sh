# Processes without ps: by /proc. Sourced, never run.
# shellcheck shell=bash

# The fields of /proc/PID/stat after the name (which may hold spaces): state is 0, the start time 19.
process_stat() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  printf '%s' "${stat##*) }"
}

process_alive() {
  local stat
  [[ $1 =~ ^[0-9]+$ ]] && stat=$(process_stat "$1") && [[ $stat != [ZX]* ]]
}

# A process id is handed out again; together with the moment of its start it is not.
process_mark() {
  local -a stat
  read -ra stat <<<"$(process_stat "$1")" || return 1
  printf '%s %s\n' "$1" "${stat[19]}"
}

process_argument() { tr '\0' '\n' <"/proc/$1/cmdline" 2>/dev/null | grep -qxF -- "$2"; }

# Waits until the process is gone, at most this many tenths of a second.
process_gone() {
  local tenths
  for ((tenths = 0; tenths < $2; tenths++)); do
    process_alive "$1" || return 0
    sleep 0.1
  done
  ! process_alive "$1"
}

process_end() {
  kill -TERM "$1" 2>/dev/null
  process_gone "$1" 100 || kill -KILL "$1" 2>/dev/null
  process_gone "$1" 50
}
