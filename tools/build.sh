# Sourced by ./parley: finds the tools and builds what is missing or stale.

java_flags=(
  -XX:+UseCompactObjectHeaders
  -XX:+UseParallelGC
  -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
)

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

say() {
  printf '%s\n' "$*" >&2
}

java_version() {
  "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# Sets java and JAVA_HOME to the first JDK of version 25 or later.
find_java() {
  local candidate version
  for candidate in "${PARLEY_JAVA_HOME:-}" "${JAVA_HOME:-}" \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /)")")")" \
    /usr/lib/jvm/*; do
    [ -x "$candidate/bin/java" ] && [ -x "$candidate/bin/javac" ] || continue
    version=$(java_version "$candidate/bin/java")
    if [ "${version:-0}" -ge 25 ]; then
      export JAVA_HOME=$candidate
      java=$candidate/bin/java
      return
    fi
  done
  fail "Parley needs a JDK 25 or later: install one (for example Temurin 25 from adoptium.net) and set PARLEY_JAVA_HOME to it."
}

# What the sources of a part look like now.
fingerprint() {
  (cd "$home" && find "$@" -type f -not -path '*/node_modules/*' -not -path '*/target/*' \
    -not -path '*/dist/*' -not -path '*/reports/*' -not -path 'server/src/test/*' \
    -not -path '*/test-results/*' -printf '%p %s %T@\n' | sort | sha256sum)
}

# asks_for_words ARGUMENT...: whether only help or the version is wanted.
asks_for_words() {
  local argument
  for argument in "$@"; do
    case "$argument" in -h | --help | -V | --version) return 0 ;; esac
  done
  return 1
}

# build_part NAME STAMP LOG WANTED COMMAND...: runs the command unless the stamp says that it need
# not. One build at a time; stopping the launcher stops the command and all that it started.
build_part() {
  local name=$1 stamp=$2 log=$3 wanted=$4
  shift 4
  is_built "$stamp" "$wanted" && return
  mkdir -p "$(dirname "$stamp")"
  exec 9>"${stamp%.built}.lock"
  if ! flock -n 9; then
    say "Waiting for another build of the $name …"
    flock 9
  fi
  if ! is_built "$stamp" "$wanted"; then
    say "Building the $name …"
    local began=$SECONDS
    if ! in_own_group "$@" >"$log" 2>&1; then
      tail -n 30 "$log" >&2
      fail "Building the $name failed; the whole log is $log."
    fi
    printf '%s' "$wanted" >"$stamp"
    say "Built the $name in $((SECONDS - began)) s."
  fi
  exec 9>&-
}

# is_built STAMP WANTED
is_built() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

# in_own_group COMMAND...: runs it as a group of processes, which ends when the launcher is stopped.
in_own_group() {
  local group status=0
  set -m
  "$@" </dev/null &
  group=$!
  set +m
  trap 'stop_group "$group" 130' INT
  trap 'stop_group "$group" 143' TERM HUP
  wait "$group" || status=$?
  trap - INT TERM HUP
  return "$status"
}

stop_group() {
  trap '' INT TERM HUP
  kill -TERM -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  exit "$2"
}

built_server() {
  [ -f "$home/server/target/server.built" ]
}

build_server() {
  build_part server "$home/server/target/server.built" "$home/server/target/build.log" \
    "$(fingerprint server/pom.xml server/src server/.mvn)" package_server
}

package_server() {
  command -v mvn >/dev/null || fail "Building needs Maven: apt-get install maven"
  cd "$home/server" && rm -f target/server.built && mvn -B -ntp -DskipTests package
}

build_web() {
  [ -f "$home/web/package.json" ] || return 0
  build_part "web client" "$home/server/target/web.built" "$home/server/target/web.log" \
    "$(fingerprint web)" package_web
}

package_web() {
  command -v npm >/dev/null || fail "Building needs Node 20 or later with npm: apt-get install nodejs npm"
  cd "$home/web"
  if [ ! -f node_modules/.installed ] || ! cmp -s package-lock.json node_modules/.installed; then
    npm ci --no-audit --no-fund --prefer-offline || return
    cp package-lock.json node_modules/.installed
  fi
  npm run build
}
