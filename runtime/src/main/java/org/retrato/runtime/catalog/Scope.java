package org.retrato.runtime.catalog;

/** Knows which record class a name stands for, and back. */
interface Scope {

    /** Returns whether values of a type are written by name. */
    boolean holds(Class<?> type);

    /**
     * Returns what a name stands for where a value of a type is wanted.
     *
     * @throws CatalogException if there is no such name, or more than one
     */
    Blueprint find(Class<?> type, String name);

    /**
     * Returns the name of a record class.
     *
     * @throws CatalogException if it has none
     */
    String nameOf(Class<?> type);
}
