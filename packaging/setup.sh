# Sourced by run and test, which set $root. Makes a machine ready: the distribution's packages,
# the Python environment in .venv/, the project inside it. Plain POSIX sh: it has to work before
# anything is installed.
#
# Python and its libvirt binding are the distribution's own. The binding then always matches the
# libvirt library beside it, and nothing has to be compiled.
# shellcheck shell=sh

: "${root:?setup.sh is sourced by packaging/run and packaging/test}"
venv=$root/.venv
stamp=$venv/set-up
# Never the first python3 of PATH: only the distribution's own can import python3-libvirt.
python=/usr/bin/python3

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

# --- What each distribution calls the things we need -------------------------------------------
#
# client: Python, its libvirt binding, ssh for qemu+ssh:// hosts, and what Qt loads at run time
#         under X11 and Wayland (the wheels bring Qt itself, not these libraries).
# server: QEMU and libvirt's daemon with what machines use: UEFI firmware, TPM, DHCP for
#         libvirt's networks, the packet filters behind networks and firewall rules.
# test:   what the tests use beside that: the small guest they boot, PostgreSQL, an SSH server,
#         an X server without a screen.
#
# A name that a release does not offer is reported once and left out; without a word if it stands
# in "sometimes" too, with what only some releases have as a package of its own.

packages_debian() {
  client='python3 python3-venv python3-libvirt ca-certificates openssh-client fonts-dejavu-core
    libegl1 libgl1 libopengl0 libgssapi-krb5-2 libx11-6 libx11-xcb1 libdbus-1-3 libfontconfig1
    libfreetype6 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-util1
    libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1'
  # iptables brings ebtables, which libvirt's nwfilter calls by name.
  server='qemu-system-x86 qemu-system-modules-spice qemu-utils libvirt-daemon-system
    libvirt-daemon-driver-qemu libvirt-daemon-driver-interface libvirt-clients dnsmasq-base
    iptables nftables iproute2 kmod dmidecode ovmf swtpm swtpm-tools'
  test='postgresql openssh-server xvfb xauth xdotool busybox-static cpio xz-utils genisoimage
    xorriso procps'
  # Since Debian 13; before, QEMU and libvirt's daemon had both inside.
  sometimes='qemu-system-modules-spice libvirt-daemon-driver-interface'
}

packages_fedora() {
  client='python3 python3-pip python3-libvirt ca-certificates openssh-clients dejavu-sans-fonts
    libglvnd-egl libglvnd-glx libglvnd-opengl krb5-libs libX11 libX11-xcb libxcb dbus-libs
    fontconfig freetype libxkbcommon libxkbcommon-x11 xcb-util xcb-util-cursor xcb-util-wm
    xcb-util-image xcb-util-keysyms xcb-util-renderutil libwayland-client libwayland-cursor
    libwayland-egl'
  server='qemu-system-x86 qemu-img libvirt-daemon-kvm libvirt-daemon-config-network
    libvirt-daemon-config-nwfilter libvirt-client dnsmasq iptables-nft nftables iproute kmod
    dmidecode edk2-ovmf swtpm swtpm-tools'
  test='postgresql-server openssh-server xorg-x11-server-Xvfb xorg-x11-xauth xdotool busybox cpio
    xz genisoimage xorriso procps-ng'
}

packages_arch() {
  client='python python-pip libvirt-python ca-certificates openssh ttf-dejavu libglvnd krb5 libx11
    libxcb dbus fontconfig freetype2 libxkbcommon libxkbcommon-x11 xcb-util xcb-util-cursor
    xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil wayland'
  server='qemu-desktop qemu-img libvirt dnsmasq iptables nftables iproute2 kmod dmidecode
    edk2-ovmf swtpm'
  test='postgresql xorg-server-xvfb xorg-xauth xdotool busybox cpio xz libisoburn procps-ng'
}

packages_suse() {
  client='python3 python3-pip python3-libvirt-python ca-certificates openssh-clients dejavu-fonts
    Mesa-libEGL1 Mesa-libGL1 libOpenGL0 krb5 libX11-6 libX11-xcb1 libdbus-1-3 fontconfig
    libfreetype6 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-util1
    libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1'
  server='qemu-x86 qemu-tools libvirt-daemon-qemu libvirt-client dnsmasq iptables nftables iproute2
    kmod dmidecode qemu-ovmf-x86_64 swtpm'
  test='postgresql-server openssh-server xorg-x11-server-Xvfb xauth xdotool busybox-static cpio xz
    mkisofs xorriso procps'
}

find_family() {
  family=
  for name in $( (. /etc/os-release && printf '%s' "${ID:-} ${ID_LIKE:-}") 2>/dev/null); do
    case $name in
      debian | ubuntu) family=debian ;;
      fedora | rhel | centos) family=fedora ;;
      arch) family=arch ;;
      suse | opensuse*) family=suse ;;
      *) continue ;;
    esac
    return 0
  done
  fail 'This distribution is not known here. Debian, Ubuntu, Fedora, Arch, openSUSE and those' \
    'made from them are.'
}

# --- Asking and calling the package manager ----------------------------------------------------

# Which of $wanted is not installed. Asks the local database only: this runs at every start.
find_missing() {
  case $family in
    debian)
      # shellcheck disable=SC2086 # one word per package
      installed=$(dpkg-query -W -f='${db:Status-Status}:${Package}\n' $wanted 2>/dev/null |
        sed -n 's/^installed://p')
      missing=
      # shellcheck disable=SC2086 # makes each line break one space
      set -- $installed
      for package in $wanted; do
        case " $* " in
          *" $package "*) ;;
          *) missing="$missing $package" ;;
        esac
      done
      ;;
    # "Provides" counts: packages are renamed and keep their old name that way.
    fedora | suse)
      # shellcheck disable=SC2086 # one word per package
      missing=$(LC_ALL=C rpm -q --whatprovides $wanted | sed -n 's/^no package provides //p')
      ;;
    arch)
      # shellcheck disable=SC2086 # one word per package
      missing=$(pacman -T $wanted) || true
      ;;
  esac
}

# Runs a command without a word, or, if it fails, with all of its words.
quietly() {
  "$@" >"$scratch/log" 2>&1 </dev/null 9<&- && return 0
  cat "$scratch/log" >&2
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_debian() {
  # After an interrupted run dpkg wants to finish what it began before anything else.
  [ -z "$(dpkg --audit)" ] || quietly as_root env DEBIAN_FRONTEND=noninteractive \
    dpkg --force-confold --configure -a || true
  quietly as_root apt-get -qq -o DPkg::Lock::Timeout=300 update ||
    say 'The package lists could not be refreshed; going on with those at hand.'
  # shellcheck disable=SC2086 # one word per package
  offered=$(apt-cache --no-all-versions show $missing 2>/dev/null |
    sed -n 's/^Package: //p' | sort -u)
  # Needrestart would restart services that have nothing to do with us.
  # shellcheck disable=SC2086 # one word per package
  [ -z "$offered" ] || quietly as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
    apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    -o Dpkg::Options::=--force-confold --no-install-recommends install $offered
}

install_fedora() {
  set -- dnf -q -y --setopt=install_weak_deps=False
  # dnf 5 and dnf 4 word "leave out what you do not have" differently.
  # shellcheck disable=SC2086 # one word per package
  quietly as_root "$@" install $missing ||
    quietly as_root "$@" install --skip-unavailable $missing ||
    quietly as_root "$@" --setopt=strict=0 install $missing
}

install_arch() {
  # A machine that never fetched the lists has none. Elsewhere they are left as they are, since
  # refreshing them without upgrading everything is how an Arch system breaks.
  set -- /var/lib/pacman/sync/*.db
  [ -e "$1" ] || quietly as_root pacman -Sy || return 1
  offered=
  for package in $missing; do
    ! pacman -Si "$package" >/dev/null 2>&1 || offered="$offered $package"
  done
  # shellcheck disable=SC2086 # one word per package
  [ -z "$offered" ] || quietly as_root pacman -S --needed --noconfirm $offered
}

install_suse() {
  # shellcheck disable=SC2086 # one word per package
  quietly as_root zypper --quiet --non-interactive --ignore-unknown install --no-recommends $missing
}

# What only some releases have takes no root to find out about. On a machine that never fetched the
# lists it waits for those, unless nothing else has to be installed.
drop_unoffered() {
  [ "$family" = debian ] || return 0
  known='' unknown='' others=''
  for package in $missing; do
    case " $sometimes " in
      *" $package "*) ;;
      *) others="$others $package" && continue ;;
    esac
    if apt-cache --no-all-versions show "$package" >/dev/null 2>&1; then
      known="$known $package"
    else
      unknown="$unknown $package"
    fi
  done
  set -- /var/lib/apt/lists/*_Packages*
  [ -e "$1" ] || [ -z "$others" ] || return 0
  missing=$others$known
  absent=$absent$unknown
}

install_missing() {
  # shellcheck disable=SC2086 # counts the words
  set -- $missing
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null 2>&1 ||
    fail "Installing system packages needs root or sudo; these are missing: $*"
  say "Installing missing system packages: $#. The first time this takes some minutes."
  # Asks for the password here, where it is seen, and not in the midst of quiet work.
  as_root true || fail "Installing system packages needs root; these are missing: $*"
  installing=$missing
  [ "$profile" != test ] || hold_services
  outcome=0
  "install_$family" || outcome=$?
  [ "$profile" != test ] || release_services
  [ "$outcome" = 0 ] || fail 'The system packages could not be installed; see above.'
  find_missing
  # shellcheck disable=SC2086 # makes each line break one space
  set -- $missing
  absent=$*
  surprising=
  for package in $absent; do
    case " $sometimes " in
      *" $package "*) ;;
      *) surprising="$surprising $package" ;;
    esac
  done
  [ -z "$surprising" ] || say "Not offered by this release and left out:$surprising"
}

# --- Tests must not open a port on somebody's machine -------------------------------------------
#
# PostgreSQL and the SSH server are needed as programs; the tests start their own. Installing them
# would start both and leave them enabled. Where one is there already, it is left as it is.

# Is this package, or one named after it, among those being installed?
installs() {
  for package in $installing; do
    case $package in "$1"*) return 0 ;; esac
  done
  return 1
}

hold_services() {
  [ "$family" = debian ] || return 0
  cluster_conf=/etc/postgresql-common/createcluster.conf
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    # Every package asks it before starting a service. Bound to this process, so that it forbids
    # nothing any more should we be killed before we take it away.
    printf '#!/bin/sh\n[ ! -d /proc/%s ] || exit 101\n' "$$" >"$scratch/policy"
    policy=written
    as_root install -m 755 "$scratch/policy" /usr/sbin/policy-rc.d
  fi
  if installs postgresql; then
    [ ! -e "$cluster_conf" ] || cp -p "$cluster_conf" "$scratch/cluster-before"
    printf 'create_main_cluster = false\n' >"$scratch/cluster"
    cluster=written
    as_root install -D -m 644 "$scratch/cluster" "$cluster_conf"
  fi
}

release_services() {
  restore_services
  installs openssh-server || return 0
  now=
  ! systemd_runs || now=--now
  for unit in ssh.socket ssh.service sshd.service; do
    # Not every distribution has each of them, nor every container systemd.
    as_root systemctl --quiet disable $now "$unit" >/dev/null 2>&1 || true
  done
  [ "$family" != debian ] || as_root update-rc.d ssh disable >/dev/null 2>&1 || true
}

restore_services() {
  [ -z "$policy" ] || as_root rm -f /usr/sbin/policy-rc.d
  policy=
  [ -n "$cluster" ] || return 0
  cluster=
  for original in "$scratch/cluster-before" /usr/share/postgresql-common/createcluster.conf; do
    [ -e "$original" ] || continue
    as_root install -m 644 "$original" "$cluster_conf"
    return 0
  done
  as_root rm -f "$cluster_conf"
}

# --- libvirt's daemon ---------------------------------------------------------------------------

systemd_runs() { [ -d /run/systemd/system ]; }

# Once, after the packages: who stops the daemon later on does not want it back at each start.
# Sockets, not services: the daemon then runs only while somebody talks to it.
start_libvirt() {
  systemd_runs || return 0
  for unit in libvirtd.service libvirtd.socket virtqemud.service virtqemud.socket; do
    ! systemctl --quiet is-active "$unit" || return 0
  done
  # Newer distributions run one daemon for each driver, the others one for all.
  sockets=
  if systemctl cat virtqemud.socket >/dev/null 2>&1 && [ "$family" != debian ]; then
    for driver in qemu network storage nodedev nwfilter secret interface proxy; do
      unit=virt${driver}d.socket
      ! systemctl cat "$unit" >/dev/null 2>&1 || sockets="$sockets $unit"
    done
  else
    sockets=libvirtd.socket
  fi
  # shellcheck disable=SC2086 # one word per unit
  quietly as_root systemctl enable --now $sockets ||
    say 'libvirt could not be started; "infinibay doctor" says more.'
}

# --- The Python environment ---------------------------------------------------------------------

require_python() {
  [ -x "$python" ] || fail "Infinibay Desktop needs Python 3.11 or newer as $python."
  python_version=$("$python" -I -S -c 'import sys; print("%d.%d" % sys.version_info[:2])') ||
    fail "$python does not run."
  case $python_version in
    3.[0-9] | 3.10 | 2.*)
      fail "Infinibay Desktop needs Python 3.11 or newer, and $python is $python_version."
      ;;
  esac
}

# The stamp says what the environment was made from, a line each. No stamp: not finished.
read_stamp() {
  had_place='' had_python='' had_run='' had_test='' had_project='' had_daemon='' absent=''
  [ -f "$stamp" ] || return 0
  while read -r key value; do
    case $key in
      place) had_place=$value ;;
      python) had_python=$value ;;
      run) had_run=$value ;;
      test) had_test=$value ;;
      project) had_project=$value ;;
      daemon) had_daemon=$value ;;
      absent) absent=$value ;;
    esac
  done <"$stamp"
}

write_stamp() {
  {
    printf 'place %s\npython %s\nrun %s\n' "$root" "$python_version" "$had_run"
    printf 'test %s\nproject %s\n' "$had_test" "$had_project"
    printf 'daemon %s\nabsent %s\n' "$had_daemon" "$absent"
  } >"$stamp.new"
  mv "$stamp.new" "$stamp"
}

read_sums() {
  # shellcheck disable=SC2046 # three sums, each a word
  set -- $(sha256sum "$root/packaging/requirements.lock" \
    "$root/packaging/requirements-test.lock" "$root/pyproject.toml" | sed 's/ .*//')
  [ $# = 3 ] || fail 'The checkout is not whole: pyproject.toml and the lock files belong to it.'
  sum_run=$1 sum_test=$2 sum_project=$3
}

environment_is_current() {
  [ "$had_place" = "$root" ] && [ "$had_python" = "$python_version" ] &&
    [ "$had_run" = "$sum_run" ] && [ -x "$venv/bin/python" ] || return 1
  [ "$profile" != test ] || [ "$had_test" = "$sum_test" ]
}

pip_install() {
  quietly "$venv/bin/python" -I -m pip --disable-pip-version-check --no-input install -q \
    --no-deps "$@" || fail 'The Python packages could not be installed; see above.'
}

# Hashes pin every file; --no-deps because the lock file is complete but for libvirt-python, which
# is the distribution's; binaries only, so that no compiler is ever looked for.
install_lock() { pip_install --require-hashes --only-binary :all: -r "$root/packaging/$1"; }

make_environment() {
  # What runs is a part of what tests: the second lock file goes on top of the first.
  if [ "$had_place" = "$root" ] && [ "$had_python" = "$python_version" ] &&
    [ "$had_run" = "$sum_run" ] && [ -z "$had_test" ] && [ -x "$venv/bin/python" ]; then
    say 'Adding what the tests need to the Python environment.'
    rm -f "$stamp"
  else
    say 'Making the Python environment in .venv; the first time this fetches about 150 MB.'
    rm -rf "$venv"
    quietly "$python" -I -m venv --system-site-packages "$venv" ||
      fail "The Python environment could not be made in $venv; see above."
    "$venv/bin/python" -I -c 'import libvirt' 2>/dev/null ||
      fail "$python cannot import libvirt, the distribution's Python binding of libvirt."
  fi
  if [ "$profile" = test ]; then
    install_lock requirements-test.lock
    had_test=$sum_test
  else
    install_lock requirements.lock
    had_test=
  fi
  had_run=$sum_run had_project=
  write_stamp
}

# A plain path in place of setuptools' import hook, which costs each start 10 ms.
install_project() {
  pip_install --no-build-isolation --config-settings editable_mode=compat -e "$root"
  had_project=$sum_project
  write_stamp
}

# --- All of it ----------------------------------------------------------------------------------

tidy() {
  status=$?
  restore_services
  rm -rf "$scratch"
  return "$status"
}

# One set-up at a time, or two would build one environment. The lock is on a folder, so that no
# file of its own is left behind.
take_turn() {
  command -v flock >/dev/null 2>&1 || return 0
  exec 9<"$root/packaging"
  flock -n 9 2>/dev/null && return 0
  say 'Another set-up of this checkout is running; waiting for it.'
  flock 9 2>/dev/null || true
}

find_needs() {
  # Before the packages too: an old release should not get a hundred of them first.
  [ ! -x "$python" ] || require_python
  case $profile in
    client) wanted=$client ;;
    server) wanted="$client $server" ;;
    test) wanted="$client $server $test" ;;
  esac
  read_stamp
  # Another Python is another release, with other packages on offer.
  [ "$had_python" = "$python_version" ] || absent=
  find_missing
  unmet=
  for package in $missing; do
    case " $absent " in
      *" $package "*) ;;
      *) unmet="$unmet $package" ;;
    esac
  done
  missing=$unmet
}

is_ready() {
  [ -z "$missing" ] && environment_is_current && [ "$had_project" = "$sum_project" ] &&
    { [ "$profile" != server ] || [ "$had_daemon" = asked ]; }
}

# set_up client|server|test
set_up() {
  profile=$1 python_version='' policy='' cluster=''
  find_family
  sometimes=
  "packages_$family"
  read_sums
  find_needs
  ! is_ready || return 0

  [ -w "$root" ] || fail "The Python environment goes into $root, where you may not write."
  scratch=$(mktemp -d)
  trap tidy EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  take_turn
  find_needs
  [ -z "$missing" ] || drop_unoffered
  [ -z "$missing" ] || install_missing
  require_python
  environment_is_current || make_environment
  [ "$had_project" = "$sum_project" ] || install_project
  if [ "$profile" = server ] && [ "$had_daemon" != asked ]; then
    start_libvirt
    had_daemon=asked
  fi
  write_stamp
  exec 9<&-
  trap - EXIT INT TERM HUP
  tidy
}
