#!/usr/bin/env bash
# Writes target/classes: the classes that everyday commands load, found out by running them on the sample.

ROOT=$(CDPATH= cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P) || exit 0
target=$ROOT/target
classes=$target/classes.list
scratch=$target/training
export ROOT

say() { printf 'training: %s\n' "$*"; }

if [ -f "$classes" ] && [ -z "$(find "$target/perisco.jar" "$target/lib" "$ROOT/src/build" "$ROOT/scripts/perisco" -newer "$classes" -print -quit)" ]; then
  exit 0
fi
rm -rf "$classes" "$target/perisco.jsa" "$scratch"
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

# In order of the alphabet, and without what Java loads when two threads happen to meet: the same build, the same list.
cat "$scratch"/lists/* 2>/dev/null | grep -Ev '^(#|java/util/concurrent/|jdk/internal/misc/)' | LC_ALL=C sort -u >"$classes"
exit 0
