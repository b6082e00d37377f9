# Chooses the Java for the Retrato in $home, for the POSIX shell scripts that source this file: the one in jdk/ beside this
# folder if there is one, otherwise an installed one. Sets JAVA_HOME, and $java, which changes with the Java.

if [ -x "$home/jdk/bin/java" ]; then
    JAVA_HOME="$home/jdk" java=jdk
else
    . "$home/bin/find-jdk.sh"
    JAVA_HOME="$(find_jdk java)" || exit 1
    java="$JAVA_HOME"
fi

if [ -r "$JAVA_HOME/release" ]; then
    while IFS= read -r line; do
        case "$line" in
        JAVA_VERSION=*)
            java="$java $line"
            break
            ;;
        esac
    done <"$JAVA_HOME/release"
fi
