# What the commands say, and the few things that all of them need. Sourced, never run.
# shellcheck shell=bash
# Expects: root (the checkout). A sentence on the screen may never stop a command that is cleaning up.

command_name=${0##*/}

say() { printf '%s\n' "$*" || true; }

progress() { printf '%s\n' "$*" >&2 || true; }

# One clear sentence, and a non-zero exit.
fail() {
  printf '%s: %s\n' "$command_name" "$*" >&2 || true
  exit 1
}

# The value of the option at the front of these arguments, in value.
value=
take_value() {
  (($# >= 2)) && [[ -n $2 ]] || fail "option $1 needs a value; see ./$command_name --help."
  value=$2
}

absolute_path() { readlink -m -- "$1"; }

# A folder of ours: made when it is missing, writable, with room left, and with a name that PostgreSQL's own commands can take.
prepare_folder() {
  local dir=$1 needed_mb=$2 free_mb
  case $dir in *[\"\$\`\\]* | *$'\n'*) fail "the folder $dir has a character in its name (quote, dollar, backslash, newline) that PostgreSQL cannot handle; choose another with --data DIR." ;; esac
  mkdir -p -- "$dir" 2>/dev/null || fail "the folder $dir cannot be made; choose one that you may write with --data DIR."
  [[ -w $dir && -x $dir ]] || fail "the folder $dir belongs to $(stat -c %U -- "$dir"), and you may not write there; choose another with --data DIR."
  free_mb=$(($(df -Pk -- "$dir" | awk 'NR == 2 { print $4 }') / 1024))
  ((free_mb >= needed_mb)) || fail "the disk of $dir has $free_mb MB left and at least $needed_mb MB is needed; make room, or choose another folder with --data DIR."
}

# Is somebody listening on this port of this machine? Both families: Kestrel's localhost is 127.0.0.1 and ::1.
port_in_use() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null
}

free_port() {
  local port try
  for ((try = 0; try < 200; try++)); do
    port=$((20000 + RANDOM % 10000))
    port_in_use "$port" || break
  done
  printf '%s' "$port"
}

# The status line's number of a GET on this machine; nothing when there is no answer.
http_status() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
    IFS=' ' read -r -t 5 _ status _ <&3
    printf '%s' "$status"
  ) 2>/dev/null || true
}

# May this user install packages of the system? Fills as_root with what to put before the command.
as_root=()
can_install() {
  command -v apt-get >/dev/null || return 1
  ((EUID == 0)) && return 0
  command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
  as_root=(sudo -n)
}

install_packages() {
  local log=$root/.data/packages.log
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -qq -o DPkg::Lock::Timeout=120 update >"$log" 2>&1 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -qq -y -o DPkg::Lock::Timeout=120 \
    -o Dpkg::Options::=--force-confold install --no-install-recommends "$@" >>"$log" 2>&1 </dev/null
}
