package org.retrato.distribution.home;

/**
 * Is a file that is not as the lock says.
 *
 * @param path relative to the folder of the distribution, with {@code /}
 */
public record Deviation(Kind kind, String path) {

    /** Tells what became of the file. */
    public enum Kind {
        /** It is not in the lock. */
        ADDED("was added: it is not in retrato.lock"),
        /** It holds something else. */
        CHANGED("was changed: it is not what retrato.lock says"),
        /** It is not there any more. */
        REMOVED("is missing: retrato.lock lists it"),
        /** It is there, and cannot be read. */
        UNREADABLE("cannot be read, so that it cannot be compared with retrato.lock");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Returns a sentence without its full stop. */
    @Override
    public String toString() {
        return path + " " + kind.words;
    }
}
