# Runs the program, and remembers what ./start ran it with. Sourced, never run.
# shellcheck shell=bash
# Expects say.sh, processes.sh, dotnet.sh.

running_pid=        # the child that this command waits for: a build, or the program

# The settings of the last ./start of a data folder: whose database (its own when empty), the clock, and when that began.
settings_write() {
  (
    umask 077
    printf '%s\n' "$2" "$3" "$(date +%s)" >"$1/settings"
  )
  mkdir -p "$root/.data"
  printf '%s\n' "$1" >"$root/.data/last-start"
}

settings_read() {
  { IFS= read -r database && IFS= read -r clock && IFS= read -r clock_began; } 2>/dev/null <"$1/settings"
}

# Another clock has gone on since ./start: what a second program of the same ./start has to begin with.
clock_now() {
  local first=${clock%,*} speed=1 seconds
  [[ $clock != *,* ]] || speed=${clock#*,} speed=${speed%x}
  seconds=$(($(TZ=Europe/Amsterdam date -d "${first/T/ }" +%s) + ($(date +%s) - clock_began) * 10#$speed))
  printf '%s,%sx' "$(TZ=Europe/Amsterdam date -d "@$seconds" +%FT%H:%M)" "$speed"
}

# Why the program stopped: its exception's first line, or else the last thing it said.
program_reason() {
  local reason
  reason=$(sed -nE 's/^Unhandled exception[.:] *(([A-Za-z]+\.)*[A-Za-z]+Exception[^:]*: )?//p' "$1" | sed -n 1p)
  [[ -n $reason ]] || reason=$(grep -vE '^ +at |^$' "$1" | tail -n 1) || reason="it said nothing"
  printf '%s' "$reason"
}

# program_run MARK VERB…: waits for it, but a signal is served at once. MARK is a file that says which process it is, or empty.
program_run() {
  local mark=$1 code=0
  shift
  program_begin "$mark" "$@"
  wait "$running_pid" 2>/dev/null || code=$?
  [[ -z $mark ]] || rm -f -- "$mark"
  running_pid=
  return "$code"
}

program_begin() {
  local mark=$1
  shift
  dotnet "$program" "$@" <&0 9>&- 8>&- &
  running_pid=$!
  [[ -z $mark ]] || process_mark "$running_pid" >"$mark" || true
}

program_end() {
  [[ -z $running_pid ]] || process_end "$running_pid"
  running_pid=
}

program_runs() {
  local pid
  read -r pid _ 2>/dev/null <"$1" || return 1
  process_alive "$pid" && [[ $(process_mark "$pid") == "$(<"$1")" ]] && process_argument "$pid" "$program"
}

# Ends a program that a killed ./start left behind, when it is really that one.
program_end_leftover() {
  local mark=$1 pid
  if program_runs "$mark"; then
    read -r pid _ <"$mark"
    progress "Stopping process $pid, left over from an earlier start …"
    process_end "$pid" || fail "process $pid, left over from an earlier start, does not stop; end it and start again."
  fi
  rm -f -- "$mark"
}
