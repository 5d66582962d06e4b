# Chromium for the browser tests. Sourced, never run.
# shellcheck shell=bash

chromium_find() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

chromium_ensure() {
  chromium_find >/dev/null && return
  can_install ||
    fail "Chromium is needed for the browser tests and you have no right to install it; install the package chromium, or run ./test --fast without them."
  progress "Installing Chromium from the system's packages …"
  install_packages chromium fonts-liberation || true
  chromium_find >/dev/null || fail "Chromium could not be installed from the system's packages; see $root/.data/packages.log."
}
