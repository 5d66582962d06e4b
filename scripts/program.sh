# Runs the program, and remembers what ./start ran it with. Sourced, never run.
# shellcheck shell=bash
# Expects say.sh, processes.sh, dotnet.sh.

running_pid=        # the child that this command waits for: a build, or the program

# The settings of the last ./start of a data folder: its own database or somebody else's, and the clock.
settings_write() {
  (
    umask 077
    printf '%s\n' "$2" "$3" >"$1/settings"
  )
  mkdir -p "$root/.data"
  printf '%s\n' "$1" >"$root/.data/last-start"
}

settings_read() {
  { IFS= read -r database && IFS= read -r clock; } 2>/dev/null <"$1/settings"
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

# Ends a program that a killed ./start left behind, when it is really that one.
program_end_leftover() {
  local mark=$1 pid
  read -r pid _ 2>/dev/null <"$mark" || return 0
  if process_alive "$pid" && [[ $(process_mark "$pid") == "$(<"$mark")" ]] && process_argument "$pid" "$program"; then
    progress "Stopping process $pid, left over from an earlier start …"
    process_end "$pid" || fail "process $pid, left over from an earlier start, does not stop; end it and start again."
  fi
  rm -f -- "$mark"
}
