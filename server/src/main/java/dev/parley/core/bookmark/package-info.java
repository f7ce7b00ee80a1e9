/// Bookmarks: links that are put up for everybody in a channel.
@NullMarked
@CheckReturnValue
package dev.parley.core.bookmark;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
