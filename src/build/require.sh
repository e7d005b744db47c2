# Sourced by the scripts: finds the tools they need, installs them where the system lets us, else names the command.

package_manager() {
  local manager
  for manager in apt-get dnf apk pacman brew; do
    if type -P "$manager" >/dev/null; then
      printf %s "$manager"
      return
    fi
  done
}

# package_for TOOL: the system's name for what provides it
package_for() {
  case $(package_manager):$1 in
    apt-get:java) printf openjdk-17-jdk-headless ;;
    dnf:java) printf java-17-openjdk-devel ;;
    apk:java) printf openjdk17-jdk ;;
    pacman:java) printf jdk17-openjdk ;;
    brew:java) printf openjdk@17 ;;
    *:mvn) printf maven ;;
    apt-get:sqlite3 | brew:sqlite3) printf sqlite3 ;;
    *:sqlite3) printf sqlite ;;
    pacman:python3) printf python ;;
    pacman:pdftotext | brew:pdftotext) printf poppler ;;
    *:pdftotext) printf poppler-utils ;;
    *) printf %s "$1" ;;
  esac
}

install_command() {
  case $1 in
    apt-get) printf 'apt-get install -y --no-install-recommends' ;;
    dnf) printf 'dnf install -y' ;;
    apk) printf 'apk add' ;;
    pacman) printf 'pacman -S --noconfirm --needed' ;;
    brew) printf 'brew install' ;;
  esac
}

# how_to_install TOOL: what a person would type
how_to_install() {
  local manager
  manager=$(package_manager)
  case $manager in
    '') printf 'install %s and put it on the PATH' "$(package_for "$1")" ;;
    brew) printf '%s %s' "$(install_command brew)" "$(package_for "$1")" ;;
    *) printf 'sudo %s %s' "$(install_command "$manager")" "$(package_for "$1")" ;;
  esac
}

try_install() {
  local manager command as=()
  manager=$(package_manager)
  [ -n "$manager" ] || return 1
  if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as=(sudo -n)
  fi
  command=$(install_command "$manager")
  printf 'installing %s: %s %s\n' "$1" "$command" "$(package_for "$1")" >&2
  if [ "$manager" = apt-get ] && [ -z "${PERISCO_APT_UPDATED-}" ]; then
    ${as[@]+"${as[@]}"} apt-get -qq update >&2 || return 1
    PERISCO_APT_UPDATED=1
  fi
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive ${as[@]+"${as[@]}"} $command "$(package_for "$1")" >/dev/null 2>&1
}

java_release() {
  "$1" -version 2>&1 | sed -nE 's/^[^"]*"(1\.)?([0-9]+).*/\2/p' | head -n 1
}

# Sets and exports JAVA_HOME to a JDK of 17 or newer that has a compiler, if the one in use isn't.
find_java() {
  local home release
  for home in "${JAVA_HOME-}" "$(javac_home)" /usr/lib/jvm/*17* /usr/lib/jvm/* \
    /opt/homebrew/opt/openjdk@17/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk@17/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    release=$(java_release "$home/bin/java")
    if [ "${release:-0}" -ge 17 ]; then
      export JAVA_HOME=$home
      return
    fi
  done
  return 1
}

javac_home() {
  local javac link
  javac=$(type -P javac) || return 0
  while [ -L "$javac" ]; do
    link=$(readlink "$javac")
    case $link in
      /*) javac=$link ;;
      *) javac=${javac%/*}/$link ;;
    esac
  done
  printf %s "${javac%/bin/javac}"
}

maven_fits() {
  local version
  version=$(mvn -v 2>/dev/null | sed -nE 's/.*Apache Maven ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
  [ -n "$version" ] || return 1
  # shellcheck disable=SC2086
  set -- $version
  [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 8 ]; }
}

missing() {
  printf 'missing: %s. Install it with: %s\n' "$1" "$(how_to_install "$2")" >&2
  exit 5
}

# Java 17+ with its compiler and Maven 3.8+, or the end.
require_build() {
  find_java || { try_install java && find_java; } || missing 'Java 17 or newer (a JDK)' java
  maven_fits || { try_install mvn && maven_fits; } || missing 'Maven 3.8 or newer' mvn
}

# require TOOL...: what must be there, or the end.
require() {
  local tool
  for tool; do
    type -P "$tool" >/dev/null || { try_install "$tool" && type -P "$tool" >/dev/null; } || missing "$tool" "$tool"
  done
}

# want TOOL...: what some tests use; without it they are skipped.
want() {
  local tool
  for tool; do
    type -P "$tool" >/dev/null || try_install "$tool" ||
      printf 'without %s some tests are skipped. To run them: %s\n' "$tool" "$(how_to_install "$tool")" >&2
  done
}
