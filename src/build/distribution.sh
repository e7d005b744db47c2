#!/usr/bin/env bash
# Lays out target/dist/perisco as it is installed: bin, app, share. The packages are made from it; the class-data archive
# belongs to one Java and is made there, not here.
set -eu
ROOT=$(CDPATH= cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
target=$ROOT/target
home=$target/dist/perisco
doc=$home/share/doc/perisco

rm -rf "$target/dist"
mkdir -p "$home/bin" "$home/app" "$home/share/perisco" "$doc/examples"
cp "$ROOT/scripts/perisco" "$home/bin/"
cp -R "$target/perisco.jar" "$target/lib" "$target/native" "$target/classes.list" "$ROOT/src/build/archive.sh" \
  "$ROOT/src/build/require.sh" "$home/app/"
cp -R "$ROOT/sample-data" "$home/share/perisco/"
cp "$ROOT/README.md" "$ROOT/LICENSE" "$target/THIRD-PARTY.txt" "$doc/"
# Its plugin makes none while Maven is offline.
[ ! -f "$target/perisco.cdx.json" ] || cp "$target/perisco.cdx.json" "$doc/"
# Under the folders that the documents name each other by.
mkdir -p "$doc/src"
cp -R "$ROOT/src/docs" "$doc/src/"
cp -R "$ROOT"/src/main/dist/. "$doc/examples/"

perisco() { "$ROOT/scripts/perisco" --quiet "$@"; }
share() {
  mkdir -p "$home/share/$1"
  printf '%s/share/%s' "$home" "$1"
}
perisco --lang en completion bash >"$(share bash-completion/completions)/perisco"
perisco --lang en completion zsh >"$(share zsh/site-functions)/_perisco"
perisco --lang en completion fish >"$(share fish/vendor_completions.d)/perisco.fish"
perisco --lang en man -o "$(share man/man1)" >/dev/null
perisco --lang fr man -o "$(share man/fr/man1)" >/dev/null
gzip -9n "$home"/share/man/man1/* "$home"/share/man/fr/man1/*

# Whatever the umask of who builds.
chmod -R u=rwX,go=rX "$target/dist"
find "$home" -type f ! -path "$home/bin/*" -exec chmod 644 {} +
