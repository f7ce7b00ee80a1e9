/// Faces that the program draws: a short code says everything about one, so that its picture needs
/// no row, no file and no credential.
@NullMarked
@CheckReturnValue
package dev.parley.api.face;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
