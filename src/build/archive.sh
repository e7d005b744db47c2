#!/usr/bin/env bash
# Makes target/perisco.jsa, which halves the start of a short command. The tool runs without it, so nothing here fails a build.

ROOT=$(CDPATH= cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P) || exit 0
target=$ROOT/target
archive=$target/perisco.jsa
scratch=$target/training
export ROOT

say() { printf 'archive: %s\n' "$*"; }

if [ -f "$archive" ] && [ -z "$(find "$target/perisco.jar" "$target/lib" "$ROOT/src/build" "$ROOT/scripts/perisco" -newer "$archive" -print -quit)" ]; then
  exit 0
fi
rm -rf "$archive" "$scratch"
mkdir -p "$scratch/folder" "$scratch/lists" || exit 0

limit=()
[ -z "$(type -P timeout)" ] || limit=(timeout 60)
number=0
while IFS= read -r line || [ -n "$line" ]; do
  case $line in '' | '#'*) continue ;; esac
  number=$((number + 1))
  (
    cd "$scratch/folder" || exit 1
    unset PERISCO_DB
    export PERISCO_JAVA_OPTS="-XX:DumpLoadedClassList=$scratch/lists/$number"
    eval "\${limit[@]+\"\${limit[@]}\"} \"\$ROOT/scripts/perisco\" $line"
  ) </dev/null >"$scratch/out" 2>&1 || say "left out, exit $?: perisco $line"
done <"$ROOT/src/build/training.txt"

cat "$scratch"/lists/* 2>/dev/null | awk '!seen[$0]++' >"$scratch/classes"
if ! PERISCO_JAVA_OPTS="-Xshare:dump -XX:SharedClassListFile=$scratch/classes -XX:SharedArchiveFile=$archive" \
  "$ROOT/scripts/perisco" >"$scratch/out" 2>&1 || [ ! -s "$archive" ]; then
  rm -f "$archive"
  say "none made: commands start slower"
fi
exit 0
