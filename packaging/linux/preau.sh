#!/bin/sh
# Préau with the Node that the package brings.
exec /usr/lib/preau/bin/node /usr/lib/preau/build/main/cli.js "$@"
