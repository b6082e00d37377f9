/**
 * Changes which plugins a distribution has, and says whether they are what its lock says.
 *
 * <pre>
 *   words ──► Sources ──► Offer ──► Decision ──► Plan ──► Change ──► the folder of plugins, and the lock
 *     files, folders,      ▲     what each does   │                    ▲
 *     coordinates       Updates                   └──► Admission ──────┘
 *                                                  would all of it work?
 * </pre>
 *
 * <p>{@code Access} lets one process at a time through here, and those who load plugins see one state or the next. Whatever ends
 * a process, the folder and the lock are those before a change or those after it.
 */
@NullMarked
package org.retrato.distribution.installing;

import org.jspecify.annotations.NullMarked;
