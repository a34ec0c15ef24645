#!/bin/sh
# install.sh [--uninstall] [--root FOLDER]
#
# Installs Infinibay's guest agent from the folder of this script, and starts it. Run it as root;
# run it again to install a newer version. With --root it installs into the system in FOLDER
# without starting anything, for installers of operating systems.
set -eu

name=infinibay-agent
place=/opt/$name
source=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=
act=install

say() { printf '%s\n' "$name: $*"; }

fail() {
  printf '%s\n' "$name: $*" >&2
  exit 1
}

usage() {
  printf '%s\n' "usage: install.sh [--uninstall] [--root FOLDER]"
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --uninstall) act=uninstall ;;
      --root)
        if [ $# -lt 2 ] || [ ! -d "$2" ]; then fail "--root needs a folder"; fi
        root=$(CDPATH='' cd -- "$2" && pwd)
        [ "$root" != / ] || root=
        shift
        ;;
      -h | --help) usage && exit 0 ;;
      *) usage >&2 && exit 64 ;;
    esac
    shift
  done
}

# Whether $1 is a Python that can run the agent. One of another system is only looked for.
suits() {
  if [ -n "$root" ]; then
    [ -e "$root$1" ] || [ -L "$root$1" ]
  else
    "$1" -c 'import sys, argparse, hashlib, html, json, select, socket, struct, subprocess
sys.exit(sys.version_info < (3, 8))' >/dev/null 2>&1
  fi
}

# Prints the path of a Python that suits.
find_python() {
  for word in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python3.9 python3.8; do
    for folder in /usr/bin /usr/local/bin /bin; do
      if suits "$folder/$word"; then
        printf '%s\n' "$folder/$word"
        return 0
      fi
    done
  done
  return 1
}

# Says how this system gets a Python.
python_advice() {
  word=
  if [ -r "$root/etc/os-release" ]; then
    word=$(sed -n -e 's/^ID=//p' -e 's/^ID_LIKE=//p' "$root/etc/os-release" | tr -d '"' | tr '\n' ' ')
  fi
  case " $word" in
    *" debian"* | *" ubuntu"*) echo "apt-get install python3" ;;
    *" fedora"*) echo "dnf install python3 (on version 8 of RHEL and its kin: dnf install python39)" ;;
    *" suse"* | *" opensuse"* | *" sles"*) echo "zypper install python3 (on version 15: python311)" ;;
    *" arch"*) echo "pacman -S python" ;;
    *" alpine"*) echo "apk add python3" ;;
    *" gentoo"*) echo "emerge dev-lang/python" ;;
    *) echo "install the package python3" ;;
  esac
}

has_systemd() {
  if [ -n "$root" ]; then
    [ -d "$root/lib/systemd/system" ] || [ -d "$root/usr/lib/systemd/system" ]
  else
    [ -d /run/systemd/system ] || { ! has_openrc && command -v systemctl >/dev/null 2>&1; }
  fi
}

has_openrc() {
  [ -x "$root/sbin/openrc-run" ] || [ -x "$root/usr/sbin/openrc-run" ] || [ -x "$root/usr/bin/openrc-run" ]
}

# Puts file $1 of ours to $2 with mode $3, at once, with the Python that was found.
put() {
  mkdir -p "$root${2%/*}"
  sed "s|/usr/bin/python3 |$python |; s|=/usr/bin/python3\$|=$python|" "$source/$1" >"$root$2.part"
  chmod "$3" "$root$2.part"
  mv -f "$root$2.part" "$root$2"
}

start_with_systemd() {
  put $name.service /etc/systemd/system/$name.service 644
  if [ -z "$root" ] && [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl enable --quiet $name.service
    systemctl restart $name.service
    say "it runs; see it with: systemctl status $name"
  else
    mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
    ln -sf "/etc/systemd/system/$name.service" "$root/etc/systemd/system/multi-user.target.wants/"
    say "it will run from the next start of the system on"
  fi
}

start_with_openrc() {
  put $name.openrc /etc/init.d/$name 755
  mkdir -p "$root/etc/runlevels/default"
  ln -sf "/etc/init.d/$name" "$root/etc/runlevels/default/$name"
  if [ -z "$root" ] && [ -d /run/openrc ]; then
    rc-service $name restart
    say "it runs; see it with: rc-service $name status"
  else
    say "it will run from the next start of the system on"
  fi
}

tell_the_loop() {
  say "this system has neither systemd nor OpenRC. Have it run at its start, as root:"
  say "  while :; do $python $place/$name; sleep 5; done &"
}

install_all() {
  [ -r "$source/$name" ] || fail "$source/$name is missing"
  python=$(find_python) || fail "Python 3.8 or newer is missing. Get it with: $(python_advice)"
  mkdir -p "$root$place"
  for file in $name install.sh $name.service $name.openrc; do
    cp "$source/$file" "$root$place/$file.part"
    chmod 755 "$root$place/$file.part"
    mv -f "$root$place/$file.part" "$root$place/$file"
  done
  chmod 644 "$root$place/$name.service"
  if [ -z "$root" ]; then
    # Neither is everywhere, and neither is needed everywhere.
    restorecon -R "$place" 2>/dev/null || :
    modprobe virtio_console 2>/dev/null || :
  fi
  say "installed in $root$place"
  if has_systemd; then
    start_with_systemd
  elif has_openrc; then
    start_with_openrc
  else
    tell_the_loop
  fi
}

uninstall_all() {
  if [ -z "$root" ] && [ -d /run/systemd/system ]; then
    systemctl disable --quiet --now $name.service 2>/dev/null || :
  elif [ -z "$root" ] && [ -e /etc/init.d/$name ] && command -v rc-service >/dev/null 2>&1; then
    rc-service $name stop 2>/dev/null || :
  fi
  rm -f "$root/etc/systemd/system/multi-user.target.wants/$name.service" \
    "$root/etc/systemd/system/$name.service" \
    "$root/etc/runlevels/default/$name" "$root/etc/init.d/$name"
  rm -rf "$root$place"
  if [ -z "$root" ] && [ -d /run/systemd/system ]; then
    systemctl daemon-reload
  fi
  say "removed"
}

read_options "$@"
if [ -z "$root" ]; then
  [ "$(id -u)" = 0 ] || fail "run this as root: sudo sh $0"
fi
case $act in
  install) install_all ;;
  uninstall) uninstall_all ;;
esac
