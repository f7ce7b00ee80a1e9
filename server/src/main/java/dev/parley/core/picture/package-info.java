/// Small pictures: emoji and faces that people upload.
@NullMarked
@CheckReturnValue
package dev.parley.core.picture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
