#!/bin/sh
# Fetches Infinibay's guest agent from the host and installs it. Run it as root.
set -eu
url=@URL@
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Fetches file $1; it must have the SHA-256 sum $2.
fetch() {
  if command -v curl >/dev/null 2>&1; then
    curl -fsS -o "$folder/$1" "$url/linux/files/$1"
  else
    wget -q -O "$folder/$1" "$url/linux/files/$1"
  fi
  printf '%s  %s\n' "$2" "$folder/$1" | sha256sum -c - >/dev/null || {
    echo "infinibay-agent: $1 did not arrive whole" >&2
    exit 1
  }
}

@FETCH@
sh "$folder/install.sh" "$@"
