/// Search: what was said in the conversations that somebody may read.
///
/// Bodies are sealed, so a search opens and reads them, the newest first, up to a bound. An index
/// will take the place of [MessageSearch]'s reading, not of its rules ([SearchQuery]).
@NullMarked
@CheckReturnValue
package dev.parley.core.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
