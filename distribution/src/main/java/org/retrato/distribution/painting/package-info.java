/**
 * Paints for a user: which artists, how it is shown while it grows, and what is written.
 *
 * <pre>
 *   Choice (words of a user) ──► Artists, LearningRates ──► Artist, Artist, …
 *   Artist ──► Session ──► Outcome ──► Report (JSON)
 *                 │            └─────► Exhibition (one sheet of several)
 *                 └──► Listener: TerminalProgress or LogProgress, PictureFile, FilmRecorder
 * </pre>
 *
 * Nothing here knows the command line.
 */
@NullMarked
package org.retrato.distribution.painting;

import org.jspecify.annotations.NullMarked;
