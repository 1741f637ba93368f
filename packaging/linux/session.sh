#!/bin/sh
# The whole session of a kiosk: a compositor, and Préau in it. labwc can put the display to sleep, which cage cannot.
set -eu
# Outputs that the settings do not name are put out (main/shells/settle-display.ts).
export PREAU_SESSION=kiosk
if command -v labwc >/dev/null && labwc --help 2>&1 | grep -q -e --session; then
  exec labwc --config-dir /usr/share/preau/labwc --session '/usr/bin/preau start --shell chromium'
fi
if command -v cage >/dev/null; then
  # Chromium needs more of Wayland than the cage of Debian 12 offers, and dies: it draws through Xwayland.
  export XDG_SESSION_TYPE=x11
  exec cage -- /usr/bin/preau start --shell chromium
fi
echo 'Préau : ni labwc ni cage ne sont installés (apt-get install labwc).' >&2
exit 1
