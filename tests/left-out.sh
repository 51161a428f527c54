# For stages that leave themselves out where something is missing that nobody can install from here. Not to be run by itself.
#
# tests/run names what was left out once more when it ends ($HUB_LEFT_OUT is its list). Where nobody reads along (CI=true) it is a failure.
left_out() { # why
  echo "Left out: $*"
  [ -z "${HUB_LEFT_OUT:-}" ] || printf '%-14s %s\n' "$(basename "$0")" "$*" >>"$HUB_LEFT_OUT"
  if [ "${CI:-}" = true ]; then exit 1; fi
  exit 0
}
