#!/bin/sh
# The whole session of a kiosk: a compositor, and Préau in it. labwc, or cage, the only one that Debian 12 has.
set -eu
# Outputs that the settings do not name are put out (main/shells/settle-display.ts).
export PREAU_SESSION=kiosk
if command -v labwc >/dev/null && labwc --help 2>&1 | grep -q -e --session; then
  exec labwc --config-dir /usr/share/preau/labwc --session '/usr/bin/preau start --shell chromium'
fi
if command -v cage >/dev/null; then
  # Chromium needs more of Wayland than the cage of Debian 12 offers, and dies: it draws through Xwayland.
  export XDG_SESSION_TYPE=x11
  # The cage of Debian 12 is turned by itself alone, as it starts, a quarter against the clock for each r
  # (whatever its help says). Later ones are turned by Préau.
  turn=
  if cage -h 2>&1 | grep -q '^ -r'; then
    case $(sed -n 's/^ *rotate *= *\([0-9]*\).*/\1/p' /etc/preau/preau.conf | tail -n 1) in
      90) turn=-rrr ;;
      180) turn=-rr ;;
      270) turn=-r ;;
    esac
  fi
  # shellcheck disable=SC2086 # nothing, or one option
  exec cage $turn -- /usr/bin/preau start --shell chromium
fi
echo 'Préau : ni labwc ni cage ne sont installés : apt install labwc (Debian 12 : apt install cage).' >&2
exit 1
