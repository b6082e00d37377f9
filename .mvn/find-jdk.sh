# Finds a Java that is new enough, for the POSIX shell scripts that source this file:
#
#   JAVA_HOME="$(find_jdk javac)" || exit 1      # a JDK
#   JAVA_HOME="$(find_jdk java)" || exit 1       # to run only
#
# JAVA_HOME wins if it qualifies; otherwise the lowest sufficient version, the one Retrato is tested with.

java_major() { # of the Java in folder $1, or nothing if it lacks the tool $2
    [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 0
    while IFS='=".' read -r key _ major _; do
        [ "$key" != JAVA_VERSION ] || echo "$major"
    done <"$1/release"
}

find_jdk() ( # a subshell, so that the options and variables of the caller stay as they are
    set +f
    needed=25
    best='' best_major=''
    on_path="$(command -v "$1" || :)"
    [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path")")")"
    for home in "${JAVA_HOME-}" "$on_path" \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${JAVA_HOME_25_X64-}" \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.gradle/jdks/* \
        "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.jbang/cache/jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$home" ] || continue
        major="$(java_major "$home" "$1")"
        [ "${major:-0}" -ge "$needed" ] || continue
        if [ -z "$best" ] || [ "$major" -lt "$best_major" ]; then
            best="$home" best_major="$major"
        fi
        [ "$home" != "${JAVA_HOME-}" ] || break
    done
    if [ -z "$best" ]; then
        echo "Retrato needs a JDK $needed or newer. None was found: looked at JAVA_HOME (${JAVA_HOME:-not set})," \
            "'$1' on the PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks and the other usual places." >&2
        echo "Install one, for example Temurin $needed from https://adoptium.net, or set JAVA_HOME to yours." >&2
        return 1
    fi
    printf '%s\n' "$best"
)
