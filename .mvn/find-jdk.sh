# Sourced by ./mvnw and ./grid: sets JAVA_HOME to a JDK of at least 21, or says what is missing and ends.
# The sources use Java 21's patterns, which the formatter can read only when Maven itself runs on such a JDK.
wangge_jdk_at_least_21() {
  [ -x "$1/bin/javac" ] || return 1
  major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 21 ]
}

wangge_find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  mac=$(/usr/libexec/java_home -v 21+ 2>/dev/null) || mac=
  for candidate in "${JAVA_HOME:-}" "$on_path" "$mac" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk*; do
    if [ -n "$candidate" ] && wangge_jdk_at_least_21 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

if ! wangge_find_jdk; then
  echo "找不到 JDK 21 或更高版本：请安装（如 Temurin 25），或把 JAVA_HOME 指向它。" >&2
  echo "No JDK 21 or newer found in JAVA_HOME, on the PATH or in the usual folders: install one, or point JAVA_HOME to it." >&2
  exit 1
fi
