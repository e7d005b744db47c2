#!/usr/bin/env bash
# archive.sh LAUNCHER FOLDER: makes FOLDER/perisco.jsa from FOLDER/classes.list, for the Java that the launcher finds. It
# halves the start of a short command. The tool runs without it, so nothing here fails; what could not be made is left
# empty, so that it is not tried at every start.

launcher=$1
# Options of Java are split at spaces: names without a folder.
cd "$2" || exit 0
archive=perisco.jsa
made=$archive.$$

if [ -s "$archive" ] && [ "$archive" -nt classes.list ]; then
  exit 0
fi
if ! PERISCO_JAVA_OPTS="-Xshare:dump -XX:SharedClassListFile=classes.list -XX:SharedArchiveFile=$made" \
  "$launcher" >/dev/null 2>&1 || [ ! -s "$made" ]; then
  printf 'perisco: no class-data archive could be made: commands start slower\n' >&2
  rm -f "$made"
  : >"$made"
fi
chmod a+r "$made"
# A power cut must not leave half an archive under its name: Java would break on it.
sync "$made" 2>/dev/null || sync
mv -f "$made" "$archive"
exit 0
