#!/bin/sh
# Installs Infinibay's guest agent from the CD that this lies on. Run it as root.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
exec sh "$here/linux/install.sh" "$@"
